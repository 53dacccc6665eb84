package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A pool that hands out connections with autocommit off, as if somebody would commit. */
abstract class PoolHazards extends HostHazards {

    private HikariDataSource off;

    PoolHazards(TestServer server) {
        super(server);
    }

    @BeforeEach
    void open() {
        off = TestServer.pool(server.url(), false);
    }

    @AfterEach
    void close() throws SQLException {
        assertThat(off.getHikariPoolMXBean().getActiveConnections()).isZero();
        try (Connection connection = off.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(
                            isPostgres()
                                    ? Connection.TRANSACTION_READ_COMMITTED
                                    : Connection.TRANSACTION_REPEATABLE_READ);
        }
        off.close();
        assertNothingIsWrong();
    }

    @Test
    void losesWhatJdbiWritesAlone() {
        Jdbi.create(off).useHandle(handle -> handle.execute("insert into host_order values ('lost')"));

        assertThat(orders.names()).isEmpty();
    }

    @Test
    void losesNothingInOneOfItsTransactionsNorBeside() throws SQLException {
        JdbcStorage onIt = JdbcStorage.open(off, site.options());
        try (Connection connection = off.getConnection()) {
            onIt.joined(onIt.transaction(connection)).messages().append(append(BOB, thread, message("inside")));
            onIt.messages().append(append(BOB, other, message("beside")));
            onIt.inspection().selfCheck();
            assertThat(messages(other)).isEqualTo(2);
            assertThat(messages(thread)).isEqualTo(1);
            connection.commit();
        }
        assertThat(messages(thread)).isEqualTo(2);
    }

    @Test
    void losesNothingWhereTheHostIsFollowed() {
        JdbcStorage following = JdbcStorage.open(
                ConnectionSource.of(
                        new TransactionAwareDataSourceProxy(off),
                        () -> TransactionSynchronizationManager.isActualTransactionActive()
                                && TransactionSynchronizationManager.hasResource(off)),
                site.options());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(off));
        following.messages().append(append(BOB, thread, message("without")));
        assertThat(messages(thread)).isEqualTo(2);
        transaction.executeWithoutResult(status -> {
            following.messages().append(append(BOB, thread, message("taken back")));
            assertThat(messages(thread)).isEqualTo(2);
            status.setRollbackOnly();
        });
        assertThat(messages(thread)).isEqualTo(2);
        transaction.executeWithoutResult(status -> following.messages().append(append(BOB, thread, message("kept"))));
        assertThat(messages(thread)).isEqualTo(3);
    }
}
