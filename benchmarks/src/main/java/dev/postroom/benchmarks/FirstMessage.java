package dev.postroom.benchmarks;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.inmemory.InMemoryStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that sends one message and says when it began, had its {@link Messaging}, and had sent. */
final class FirstMessage {

    private FirstMessage() {}

    /**
     * Sends.
     *
     * @param arguments the file to store in; none for the heap
     */
    public static void main(String[] arguments) {
        Instant begun = Instant.now();
        Storage storage = arguments.length == 0 ? new InMemoryStorage() : JdbcStorage.embedded(Path.of(arguments[0]));
        try (Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build()) {
            Instant built = Instant.now();
            messaging
                    .as(UserId.of(BenchmarkScene.CALLER))
                    .send(NewThread.to(UserId.of(BenchmarkScene.OTHER)).text(BenchmarkScene.TEXT));
            Instant sent = Instant.now();
            System.out.println(
                    Stream.of(begun, built, sent).map(Instant::toString).collect(Collectors.joining(" ")));
        }
    }
}
