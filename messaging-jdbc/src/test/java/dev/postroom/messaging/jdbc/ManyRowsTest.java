package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that change thousands of rows do so in pieces, each of which has the whole time-out. */
class ManyRowsTest {

    /** Does not follow {@link Session#PIECE}, so that the tests fail if the pieces become larger or smaller. */
    private static final int MANY = 1_001;

    private static final int PIECES = 3;

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final RoundTrips trips = new RoundTrips(pool);
    private final JdbcStorage storage =
            JdbcStorage.open(trips, JdbcOptions.defaults().migrate());

    @AfterEach
    void end() {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        pool.dispose();
    }

    private void createThreads() {
        for (int i = 0; i < MANY; i++) {
            storage.threads().create(group(newThread(), 0));
        }
        trips.take();
    }

    @Test
    void allThreadsAreReadInSeveralTransactions() {
        createThreads();
        assertThat(storage.positions().readAll(as(BOB), NOW)).isEqualTo(MANY);
        assertThat(Collections.frequency(trips.takeTexts(), "commit"))
                .as("transactions: the list, the pieces")
                .isEqualTo(1 + PIECES);
        assertThat(storage.positions().readAll(as(BOB), NOW)).isZero();
    }

    @Test
    void inATransactionOfTheHostTheyAreOneOperation() throws SQLException {
        createThreads();
        try (Connection connection = trips.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(storage.joined(storage.transaction(connection))
                            .positions()
                            .readAll(as(BOB), NOW))
                    .isEqualTo(MANY);
            assertThat(trips.takeTexts()).startsWith("setSavepoint").endsWith("releaseSavepoint");
            connection.rollback();
        }
        assertThat(storage.positions().readAll(as(BOB), NOW)).isEqualTo(MANY);
    }

    @Test
    void membersGoInOneTransactionAndSeveralBatches() {
        ThreadId thread = newThread();
        storage.threads().create(group(thread, MANY));
        List<Party> others = IntStream.range(0, MANY)
                .<Party>mapToObj(number -> UserId.of("other-" + number))
                .toList();
        trips.take();
        ThreadChange removal = new ThreadChange.RemoveMembers(others);
        assertThat(storage.threads().change(as(ANNA), thread, removal, OptionalLong.empty(), NOW))
                .isInstanceOf(ChangeOutcome.Changed.class);
        List<String> sent = trips.takeTexts();
        assertThat(Collections.frequency(sent, "commit")).isOne();
        assertThat(sent.stream().filter(text -> text.contains("left_at"))).hasSize(PIECES);
    }
}
