package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.quoting;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.jdbc.internal.dialect.PostgresDialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.message.Claims;
import dev.postroom.messaging.jdbc.internal.message.MessageParams;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many round trips operations take on PostgreSQL, counted on the wire. */
@Tag("slow")
class PostgresRoundTripTest extends RoundTripSuites {

    /** More than the driver waits before it has a statement prepared, and the server before it keeps a plan. */
    private static final int OFTEN = 14;

    @Override
    Trips trips() {
        return ServerTrips.to(TestServer.POSTGRESQL);
    }

    /** What does not go the usual way, such as a key that is there, is asked again. */
    @Override
    Budget budget() {
        return new Budget(1, 1, 3, 1, 1, 1, 3);
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(TestServer.POSTGRESQL.takePrefix());
    }

    private List<Integer> trips(IntFunction<AppendMessage> command) {
        List<Integer> each = new ArrayList<>();
        for (int i = 0; i < OFTEN; i++) {
            AppendMessage sent = command.apply(i);
            trips.take();
            assertThat(storage.messages().append(sent)).isInstanceOf(SendOutcome.Stored.class);
            each.add(trips.take());
        }
        return each;
    }

    /** If the driver ended the transaction between the lock and the rest, that would be one trip more. */
    @Test
    void aSendStaysOneTransactionHoweverOftenItRan() {
        List<Integer> ones = Collections.nCopies(OFTEN, 1);
        assertThat(trips(i -> append(BOB, thread, message("Yes")))).isEqualTo(ones);
        assertThat(trips(i -> append(BOB, thread, quoting("Yes", OptionalLong.of(1)))))
                .isEqualTo(ones);
        assertThat(trips(i -> keyed(BOB, thread, message("Yes"), i + " a " + thread, 0)))
                .isEqualTo(ones);
        assertThat(trips(i -> keyed(BOB, thread, message("Yes"), i + " b " + thread, 1)))
                .isEqualTo(ones);
        assertThat(trips(i -> keyed(BOB, thread, quoting("Yes", OptionalLong.of(1)), i + " c " + thread, 1)))
                .isEqualTo(ones);
        assertThat(trips(i -> keyed(BOB, thread, quoting("Yes", OptionalLong.of(1)), i + " d " + thread, 0)))
                .isEqualTo(ones);
    }

    @Test
    void aSendThatOpensItsThreadTakesTwo() {
        create(ThreadRules.DEFAULT.onClosed(ClosedRule.REOPEN));
        List<Integer> twos = Collections.nCopies(OFTEN, 2);
        assertThat(trips(i -> closed(append(BOB, thread, message("Yes"))))).isEqualTo(twos);
        assertThat(trips(i -> closed(append(BOB, thread, quoting("Yes", OptionalLong.of(1))))))
                .isEqualTo(twos);
        assertThat(trips(i -> closed(keyed(BOB, thread, message("Yes"), i + " a " + thread, 0))))
                .isEqualTo(twos);
        assertThat(trips(i -> closed(keyed(BOB, thread, quoting("Yes", OptionalLong.of(1)), i + " b " + thread, 1))))
                .isEqualTo(twos);
    }

    @Test
    void whereRepliesMarkReadThatTakesNoTripMoreOnceItIsKnown() {
        create(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE));
        assertThat(trips(i -> append(BOB, thread, message("Yes"))))
                .startsWith(2, 1, 1)
                .containsOnlyOnce(2);
        assertThat(trips(i -> keyed(BOB, thread, message("Yes"), i + " a " + thread, 0)))
                .containsOnly(1);
    }

    /** As if a driver ended the transaction in between. */
    @Test
    void withoutItsLockASendDoesNothing() throws SQLException {
        PostgresDialect dialect = new PostgresDialect(false);
        AppendMessage send = keyed(BOB, thread, message("Yes"), "yes " + thread, 1);
        Params params = MessageParams.add(Params.of(send.by()), send.message())
                .with("thread", thread)
                .with("at", NOW)
                .with("seen", 1L)
                .with("revision", -1L)
                .with("quoted", -1L)
                .with("fingerprint", "1:fingerprint");
        Claims.named(params, send.key().orElseThrow().claim());
        Jdbi jdbi = Jdbi.create(trips.source());
        dialect.configure(jdbi);
        try (Handle handle = jdbi.open()) {
            SqlRenderer names = Opening.names(trips.source(), options);
            for (WritePlan plan : Plans.sends()) {
                split(handle, names.of(plan), params);
            }
        }
        assertThat(seen(storage, BOB, thread)).hasSize(1);
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }

    private static void split(Handle handle, String script, Params params) {
        String[] statements = script.split(";", 2);
        assertThat(rows(handle, statements[0], params)).hasSize(1);
        assertThat(rows(handle, statements[1], params))
                .allSatisfy(row -> assertThat(row.get("last_seq")).isNull());
    }

    private static List<Map<String, Object>> rows(Handle handle, String text, Params params) {
        try (Query query = handle.createQuery(text).bindNamedArgumentFinder(params)) {
            return query.mapToMap().list();
        }
    }

    private void create(ThreadRules rules) {
        thread = newThread();
        CreateThread group = group(thread, 1);
        storage.threads()
                .create(new CreateThread(
                        group.by(),
                        thread,
                        group.shape(),
                        group.subject(),
                        rules,
                        group.members(),
                        group.first(),
                        group.pair(),
                        group.key(),
                        NOW));
    }

    private AppendMessage closed(AppendMessage command) {
        assertThat(storage.threads().change(as(ANNA), thread, new ThreadChange.Close(), OptionalLong.empty(), NOW))
                .isEqualTo(new ChangeOutcome.Changed());
        return command;
    }
}
