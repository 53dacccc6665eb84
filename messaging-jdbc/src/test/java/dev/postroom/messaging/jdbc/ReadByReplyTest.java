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
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply that reads, in a large thread, where marking as unread locks another row than sending does. */
class ReadByReplyTest {

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final AfterStatement database = new AfterStatement(pool);
    private final JdbcStorage storage = JdbcStorage.open(database, LargeThreads.FROM_TWO.migrate());

    @AfterEach
    void end() {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        pool.dispose();
    }

    @Test
    void aThreadMarkedUnreadBetweenTwoStatementsOfTheReplyIsReadByIt() {
        ThreadId thread = newThread();
        storage.threads().create(group(thread, 1));
        storage.messages().append(append(ANNA, thread, message("Tomorrow at nine?")));
        storage.positions().move(as(BOB), Move.READ_UP_TO, Position.of(thread, 2), NOW);

        database.runAfterNext(
                "update \"PUBLIC\".postroom_member m set read_total_all",
                () -> storage.positions().move(as(BOB), Move.UNREAD_FROM, Position.of(thread, 1), NOW));
        SendOutcome outcome = storage.messages().append(keyed(BOB, thread, message("Yes"), "reply", 2));

        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
        assertThat(database.hasRun()).isTrue();
        assertThat(storage.inspection().threads(Optional.empty(), 1))
                .singleElement()
                .satisfies(ref -> assertThat(
                                storage.inspection().facts(ref).orElseThrow().members())
                        .filteredOn(member -> member.party().equals(BOB))
                        .allSatisfy(member -> assertThat(member.readSeq()).isEqualTo(2)));
    }
}
