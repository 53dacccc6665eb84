package dev.postroom.messaging.testkit.contract;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * What the suites share in which many Java threads use one mailbox or one thread at the same time, through the public API.
 * After each test {@code verify()} must find nothing. Extend one of the suites, not this class.
 */
@Tag("slow")
public abstract class RaceContract extends StorageContract {

    public static final int MANY = 8;
    public static final int TIMES = 60;
    public static final int ROUNDS = 15;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Messaging messaging;

    protected RaceContract() {}

    @BeforeEach
    protected final void openMessaging() {
        messaging = Messaging.builder()
                .storage(storage())
                .directory(Directory.everyone())
                .build();
    }

    /** Comes before the fixture is closed. */
    @AfterEach
    protected final void verify() {
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }

    protected final Messaging messaging() {
        return messaging;
    }

    protected final Mailbox as(Party party) {
        return messaging.tenant(TENANT).as(party);
    }

    protected final ThreadId startedFor(Party... others) {
        return as(ANNA).send(NewThread.to(others).text("hello")).threadId();
    }

    protected final List<Sent> sendMany(Party party, ThreadId thread) {
        return IntStream.range(0, TIMES)
                .mapToObj(number -> as(party).reply(thread, Draft.text(party + " " + number)))
                .toList();
    }

    public static void many(Runnable task) {
        IntStream.range(0, TIMES).forEach(number -> task.run());
    }

    /** The result; empty if it was refused as forbidden or closed. */
    public static <T> Optional<T> unlessRefused(Supplier<T> task) {
        try {
            return Optional.of(task.get());
        } catch (ForbiddenException | ClosedException e) {
            return Optional.empty();
        }
    }
}
