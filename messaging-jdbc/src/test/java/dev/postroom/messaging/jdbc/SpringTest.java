package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_SUPPORTS;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of a framework that runs them by the Java thread. */
class SpringTest {

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final HostOrders orders = new HostOrders(pool);
    private final JdbcStorage plain =
            JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
    private final ThreadId thread = newThread();
    private DataSource hosts = pool;

    @AfterEach
    void end() {
        assertThat(plain.inspection().selfCheck()).isEmpty();
        assertThat(pool.getActiveConnections()).isZero();
        pool.dispose();
    }

    private int messages() {
        return seen(plain, BOB, thread).size();
    }

    private void write(String name) {
        Connection connection = DataSourceUtils.getConnection(hosts);
        try {
            HostOrders.write(connection, name);
        } finally {
            DataSourceUtils.releaseConnection(connection, hosts);
        }
    }

    private void in(int propagation, Consumer<TransactionStatus> work) {
        TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(hosts));
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(work);
    }

    private void inTransaction(Consumer<TransactionStatus> work) {
        in(PROPAGATION_REQUIRES_NEW, work);
    }

    /** The ways a source can be made. */
    enum Way {
        UTILS,
        UTILS_WITH_AUTOCOMMIT_OFF,
        PROXY;

        DataSource hosts(DataSource pool) {
            return this == UTILS_WITH_AUTOCOMMIT_OFF ? new AutocommitOff(pool) : pool;
        }

        ConnectionSource source(DataSource hosts) {
            return this == PROXY
                    ? ConnectionSource.of(new TransactionAwareDataSourceProxy(hosts), () -> runs(hosts))
                    : new UtilsConnections(hosts);
        }
    }

    private static boolean runs(DataSource dataSource) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    /**
     * As a host would write it.
     *
     * @param dataSource the transaction manager's
     */
    private record UtilsConnections(DataSource dataSource) implements ConnectionSource {

        @Override
        public boolean inTransaction() {
            return runs(dataSource);
        }

        @Override
        public Connection take() {
            return DataSourceUtils.getConnection(dataSource);
        }

        @Override
        public void giveBack(Connection connection) {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private JdbcStorage following(Way way) {
        hosts = way.hosts(pool);
        return JdbcStorage.open(way.source(hosts), JdbcOptions.defaults());
    }

    @ParameterizedTest
    @EnumSource
    void aRollbackTakesBoth(Way way) {
        JdbcStorage storage = following(way);
        inTransaction(status -> {
            write("order");
            storage.threads().create(group(thread, 0));
            storage.messages().append(append(BOB, thread, message("Tomorrow")));
            assertThat(seen(storage, BOB, thread)).hasSize(2);
            status.setRollbackOnly();
        });

        assertThat(orders.names()).isEmpty();
        assertThat(messages()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aCommitKeepsBoth(Way way) {
        JdbcStorage storage = following(way);
        inTransaction(status -> {
            write("order");
            storage.threads().create(group(thread, 0));
            assertThat(messages()).isZero();
        });

        assertThat(orders.names()).containsExactly("order");
        assertThat(messages()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whereNoneRunsEachOperationIsItsOwn(Way way) {
        JdbcStorage storage = following(way);
        storage.threads().create(group(thread, 0));
        assertThat(messages()).isEqualTo(1);

        for (int propagation : new int[] {PROPAGATION_SUPPORTS, PROPAGATION_NOT_SUPPORTED}) {
            in(propagation, status -> storage.messages().append(append(BOB, thread, message("Tomorrow"))));
        }
        assertThat(messages()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionInsideAnotherIsTheOneThatIsJoined(Way way) {
        JdbcStorage storage = following(way);
        inTransaction(outer -> {
            write("outer");
            inTransaction(inner -> storage.threads().create(group(thread, 0)));
            assertThat(messages()).isEqualTo(1);
            storage.messages().append(append(BOB, thread, message("Tomorrow")));
            outer.setRollbackOnly();
        });

        assertThat(orders.names()).isEmpty();
        assertThat(messages()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatIsSwallowedLeavesNoHalf(Way way) {
        JdbcStorage storage = following(way);
        var twice = message("Tomorrow");
        inTransaction(status -> {
            storage.threads().create(group(thread, 0));
            storage.messages().append(append(BOB, thread, twice));
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> storage.messages().append(append(BOB, thread, twice)));
        });

        assertThat(messages()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void itIsOpenedOutsideOfTransactions(Way way) {
        hosts = way.hosts(pool);
        inTransaction(status -> {
            write("order");
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(() -> JdbcStorage.open(way.source(hosts), JdbcOptions.defaults()))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("connections"));
            status.setRollbackOnly();
        });
        assertThat(orders.names()).isEmpty();
    }

    @Test
    void theConnectionOfATransactionCanBeJoinedByHand() {
        inTransaction(status -> {
            Storage inside = plain.joined(plain.transaction(DataSourceUtils.getConnection(pool)));
            inside.threads().create(group(thread, 0));
            assertThat(messages()).isZero();
        });

        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aSourceThatSpeaksOfAnotherTransactionIsNotBelieved() {
        JdbcConnectionPool elsewhere = H2Fixture.pool();
        JdbcStorage storage = JdbcStorage.open(
                ConnectionSource.of(pool, TransactionSynchronizationManager::isActualTransactionActive),
                JdbcOptions.defaults());
        new TransactionTemplate(new DataSourceTransactionManager(elsewhere))
                .executeWithoutResult(status -> assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> storage.threads().create(group(thread, 0)))
                        .withMessageContaining("autocommit"));
        elsewhere.dispose();

        assertThat(messages()).isZero();
    }

    /** Operations of one's own on a data source that hands out the connection of the running transaction. */
    @Nested
    class AHiddenCommit {

        private final DataSource aware = new TransactionAwareDataSourceProxy(pool);

        @Test
        void isWhatSwitchingAutocommitOnDoes() {
            inTransaction(status -> {
                write("order");
                try (Connection connection = aware.getConnection()) {
                    connection.setAutoCommit(true);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                status.setRollbackOnly();
            });

            assertThat(orders.names()).containsExactly("order");
        }

        @Test
        void isPreventedByRefusingTheDataSource() {
            assertRefused(aware);
            assertRefused(new TransactionAwareDataSourceProxy(pool) {});
        }

        @Test
        void isPreventedAlsoIfTheDataSourceIsWrapped() {
            assertRefused(new LazyConnectionDataSourceProxy(aware));
            assertRefused(new RoundTrips(aware));
            assertRefused(new AutocommitOff(new LazyConnectionDataSourceProxy(aware)));
        }

        private void assertRefused(DataSource dataSource) {
            inTransaction(status -> {
                write("order");
                assertThatExceptionOfType(InvalidException.class)
                        .isThrownBy(() -> JdbcStorage.open(dataSource))
                        .withMessageContaining("ConnectionSource")
                        .satisfies(e -> assertThat(e.field()).isEqualTo("dataSource"));
                assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> JdbcStorage.migrate(dataSource));
                status.setRollbackOnly();
            });
            assertThat(orders.names()).isEmpty();
        }

        @Test
        void isNoReasonToRefuseOtherWrappers() {
            JdbcStorage.open(new LazyConnectionDataSourceProxy(pool));
            JdbcStorage.open(new RoundTrips(pool));
        }
    }
}
