package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.internal.transaction.JdbcTransaction;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.jdbcx.JdbcConnectionPool;

/** A storage on an H2 database in memory that nobody else uses. */
final class H2Fixture implements StorageFixture {

    private static final int CONNECTIONS = 32;

    /** Databases whose tests are over, emptied: making tables, and compiling all statements, takes longer than most tests. */
    private static final Queue<HikariDataSource> FREE = new ConcurrentLinkedQueue<>();

    private final HikariDataSource pool;
    private final JdbcStorage storage;

    H2Fixture() {
        this(JdbcOptions.defaults());
    }

    H2Fixture(JdbcOptions options) {
        HikariDataSource used = FREE.poll();
        pool = used == null ? hosts() : used;
        storage = JdbcStorage.open(pool, options.migrate());
    }

    /** A pool as hosts have it: its connections keep the statements that H2 has compiled for them. */
    private static HikariDataSource hosts() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        return pool;
    }

    /** H2's own pool, to a new, empty database that is gone with the last of its connections. */
    static JdbcConnectionPool pool() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url(), "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    /** Where a new, empty database is that is gone with the last connection to it. */
    static String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256";
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public InFlight begin() {
        try {
            return begun(pool.getConnection(), storage);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a transaction on a connection, which ends with it. */
    static InFlight begun(Connection connection, JdbcStorage storage) throws SQLException {
        connection.setAutoCommit(false);
        JdbcTransaction transaction = storage.inside(connection);
        return new OpenTransaction(connection, transaction, storage.joined(transaction));
    }

    @Override
    public void close() {
        storage.close();
        Tables.empty(pool, "postroom_");
        FREE.add(pool);
    }

    /**
     * A transaction on a connection of the pool.
     *
     * @param connection the connection
     * @param hostTransaction the transaction
     * @param storage the storage inside the transaction
     */
    private record OpenTransaction(Connection connection, HostTransaction hostTransaction, Storage storage)
            implements InFlight {

        @Override
        public void commit() {
            try {
                connection.commit();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void rollback() {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The pool rolls back what was not committed. */
        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
