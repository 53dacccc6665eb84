package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.testkit.contract.StorageContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * Base class of the contracts in which many Java threads use one mailbox or one thread at the same time, through the
 * public API. After each test {@code verify()} must find nothing. Extend one of the contracts, not this class.
 */
@Tag("slow")
public abstract class RaceContract extends StorageContract {

    static final int MANY = 8;
    static final int TIMES = 60;
    static final int ROUNDS = 15;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Messaging messaging;

    RaceContract() {}

    @BeforeEach
    final void openMessaging() {
        messaging = Messaging.builder()
                .storage(storage())
                .directory(Directory.everyone())
                .build();
    }

    /** Runs before the fixture is closed. */
    @AfterEach
    final void verify() {
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }

    final Messaging messaging() {
        return messaging;
    }

    final Mailbox as(Party party) {
        return messaging.tenant(TENANT).as(party);
    }

    final ThreadId startedFor(Party... others) {
        return as(ANNA).send(NewThread.to(others).text("hello")).threadId();
    }

    final List<Sent> sendMany(Party party, ThreadId thread) {
        return IntStream.range(0, TIMES)
                .mapToObj(number -> as(party).reply(thread, Draft.text(party + " " + number)))
                .toList();
    }

    static void many(Runnable task) {
        IntStream.range(0, TIMES).forEach(number -> task.run());
    }

    /** Returns the result of a call; empty if the call is refused as forbidden or closed. */
    static <T> Optional<T> unlessRefused(Supplier<T> task) {
        try {
            return Optional.of(task.get());
        } catch (ForbiddenException | ClosedException e) {
            return Optional.empty();
        }
    }
}
