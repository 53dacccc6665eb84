package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.internal.failure.ErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.failure.MariaDbErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.PostgresErrorCodes;
import dev.postroom.messaging.model.StorageException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure says of whether calling again can help. */
class FailuresTest {

    private final ErrorCodes codes = new MariaDbErrorCodes();
    private final HikariDataSource pool = new HikariDataSource();

    @AfterEach
    void close() {
        pool.close();
    }

    private StorageException failure(RuntimeException thrown) {
        return Failures.storage(thrown, codes, true);
    }

    @Test
    void aBatchSaysWhatTheFailureInItSays() {
        BatchUpdateException batch = new BatchUpdateException(new int[0], new SQLException("gone", "08000", 1160));
        StorageException lost = failure(new UnableToExecuteStatementException(batch, null));
        assertThat(lost.retryCanHelp()).isTrue();
        assertThat(lost.transactionLost()).isTrue();
        assertThat(lost).hasMessageContaining("08000/1160");

        BatchUpdateException duplicate = new BatchUpdateException(new int[0], new SQLException("there", "23000", 1062));
        assertThat(failure(new UnableToExecuteStatementException(duplicate, null))
                        .retryCanHelp())
                .isFalse();
    }

    @Test
    void aBatchSaysWhatFollowsItToo() {
        BatchUpdateException batch = new BatchUpdateException("failed", new int[0]);
        batch.setNextException(new SQLException("deadlock", "40001", 1213));
        assertThat(failure(new UnableToExecuteStatementException(batch, null)).transactionLost())
                .isTrue();
    }

    @Test
    void aPoolWithoutAConnectionIsWorthAnotherCall() {
        assertThat(failure(new ConnectionException(new SQLException("none idle")))
                        .retryCanHelp())
                .isTrue();
        SQLException around = new SQLTransientConnectionException("none", new SQLException("refused", "28000", 1045));
        assertThat(failure(new ConnectionException(around)).retryCanHelp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P05", "26000", "08P01"})
    void aStatementThatAPoolerHasLostSaysWhatToSet(String state) {
        SQLException failure = new SQLException("prepared statement \"S_1\" does not exist", state);
        assertThat(Failures.storage(
                        new UnableToExecuteStatementException(failure, null), new PostgresErrorCodes(), false))
                .hasMessageContaining("prepareThreshold=0");
    }

    @Test
    void aFailureWithoutAStateElsewhereIsNot() {
        assertThat(failure(new UnableToExecuteStatementException(new SQLException("odd"), null))
                        .retryCanHelp())
                .isFalse();
    }

    @Test
    void aCallThatIsInterruptedWhileWaitingForAConnectionCanBeRepeatedAndTheInterruptIsKept() throws SQLException {
        pool.setJdbcUrl(H2Fixture.url());
        pool.setMaximumPoolSize(2);
        JdbcStorage storage = JdbcStorage.open(
                pool, JdbcOptions.defaults().timeout(Duration.ofSeconds(5)).migrate());
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            assertThat(first).isNotEqualTo(second);
            Thread.currentThread().interrupt();
            StorageException failure = catchThrowableOfType(
                    StorageException.class,
                    () -> storage.messages().append(append(BOB, newThread(), message("Tomorrow"))));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.retryCanHelp()).isTrue();
            assertThat(failure).hasMessageContaining("interrupted");
        }
    }
}
