package dev.postroom.messaging.jdbc.internal.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to an embedded database that stay open. H2's own pool rolls each of them back whenever one is given out or
 * taken back, and with every rollback H2 forgets the statements it has compiled for the connection; compiling takes longer
 * than running most of them. Here only what is left of a transaction is rolled back.
 */
public final class EmbeddedPool {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPool.class);

    /** Enough for busy hosts; one connection is one operation, and those that find none wait. */
    private static final int CONNECTIONS = 32;

    private final JdbcDataSource source = new JdbcDataSource();
    private final Semaphore permits = new Semaphore(CONNECTIONS, true);
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean disposed;

    EmbeddedPool(String url) {
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
    }

    Connection take() throws SQLException {
        permits.acquireUninterruptibly();
        boolean done = false;
        try {
            Connection connection = disposed ? null : idle.pollFirst();
            while (connection != null && connection.isClosed()) {
                connection = idle.pollFirst();
            }
            if (connection == null) {
                connection = opened();
            }
            done = true;
            return connection;
        } finally {
            if (!done) {
                permits.release();
            }
        }
    }

    private Connection opened() throws SQLException {
        if (disposed) {
            throw new SQLException("the storage is closed", "08003", EmbeddedFile.DATABASE_IS_CLOSED);
        }
        return source.getConnection();
    }

    void giveBack(Connection connection) throws SQLException {
        try {
            if (connection.isClosed()) {
                return;
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.addFirst(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        } finally {
            permits.release();
        }
        if (disposed) {
            closeIdle();
        }
    }

    /** Closes what nobody uses, now or when it is given back. */
    void dispose() {
        disposed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("Closing failed with {}", e.getErrorCode());
            }
        }
    }
}
