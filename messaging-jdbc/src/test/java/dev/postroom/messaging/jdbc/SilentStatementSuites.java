package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever statement of a call does nothing without a word: the call either fails and leaves nothing, or it has done all
 * that it does otherwise.
 */
abstract class SilentStatementSuites {

    private HazardSite site;
    private SilentStatements database;
    private JdbcStorage storage;

    /** The tables, which are empty. */
    abstract HazardSite site();

    @BeforeEach
    void start() {
        site = site();
        database = new SilentStatements(site.pool(), site.prefix());
        storage = JdbcStorage.open(
                database, site.options().keptStatements(0).fanOutLimit(4).migrate());
    }

    @AfterEach
    void end() {
        site.giveBack().run();
    }

    static Stream<String> calls() {
        return RepeatableCalls.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallOfItsOwnIsWholeOrNothing(String name) {
        check(name, RepeatableCalls.all().get(name), false);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallInATransactionIsWholeOrNothing(String name) {
        check(name, RepeatableCalls.all().get(name), true);
    }

    /** A reply repeats the update that reads if the thread is unread still: so does a thread that was marked unread meanwhile. */
    @Test
    void aReplyReadsAgainIfReadingHasDoneNothing() {
        ThreadId thread = newThread();
        storage.threads().create(group(thread, 0));

        database.silenceFirst("member m set read_total_all");
        SendOutcome outcome = storage.messages().append(keyed(BOB, thread, message("Yes"), "reply", 1));

        assertThat(database.isReached()).isTrue();
        database.silence(0);
        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
        assertThat(seen(storage, BOB, thread)).first().matches(MessageView::read);
    }

    private void check(String name, Consumer<Storage> call, boolean joined) {
        Trial trial = new Trial(site, database, storage, call, joined);
        int statement = 1;
        for (boolean reached = true; reached; statement++) {
            int number = statement;
            Trial.Result result = trial.make(() -> database.silence(number), () -> {});
            reached = database.isReached();
            database.silence(0);
            assertThat(result)
                    .as("%s, when statement %s does nothing", name, statement)
                    .matches(Trial.Result::isRight);
            result.failure()
                    .ifPresent(failure -> assertThat(failure)
                            .matches(StorageException::retryCanHelp)
                            .matches(e -> !e.transactionLost()));
        }
        assertThat(statement).as("statements that change something").isGreaterThan(2);
    }
}
