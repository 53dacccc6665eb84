package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Handles on connections that hosts bring. One {@link Jdbi} for all of them: to make one takes as long as to read a page.
 * It asks for a connection while it opens a handle and on the same Java thread, so what it gets is held there meanwhile.
 */
public final class HostHandles {

    private static final ThreadLocal<JdbcTransaction> OPENING = new ThreadLocal<>();
    private final Jdbi jdbi;

    HostHandles(Dialect dialect, Duration timeout) {
        jdbi = JdbiSetup.of(new OfOpening(), dialect, timeout);
    }

    /** A handle on the connection of a transaction, which stays open when the handle is closed. */
    Handle open(JdbcTransaction transaction) {
        OPENING.set(transaction);
        try {
            return jdbi.open();
        } finally {
            OPENING.remove();
        }
    }

    private static final class OfOpening implements ConnectionFactory {

        @Override
        public Connection openConnection() throws SQLException {
            return Objects.requireNonNull(OPENING.get()).connection();
        }

        @Override
        public void closeConnection(Connection connection) {
            // The host closes it.
        }
    }
}
