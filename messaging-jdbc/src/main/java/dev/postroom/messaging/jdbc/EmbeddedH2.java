package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file, open in this process alone. The only class that needs H2 itself. */
final class EmbeddedH2 {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedH2.class);

    /** Enough for busy hosts; one connection is one operation, and those that find none wait. */
    private static final int CONNECTIONS = 32;

    private static final int ALREADY_OPEN = 90020;

    private EmbeddedH2() {}

    static JdbcStorage open(Path file, JdbcOptions options) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new StorageException("the path of an embedded database cannot have a semicolon", false, false, null);
        }
        FileLease lease = FileLease.take(path);
        try {
            return open(path, options, lease);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private static JdbcStorage open(Path path, JdbcOptions options, FileLease lease) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url(path, options), "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        try {
            try (Connection connection = pool.getConnection()) {
                LOG.debug("Opened {}", connection.getMetaData().getDatabaseProductVersion());
            }
            Dialect dialect = new H2Dialect(options.timeout());
            JdbcStorage storage = Opening.open(pool, options, dialect, OneWriter::new, () -> {
                if (lease.isHeld()) {
                    shutDown(pool);
                    lease.close();
                }
            });
            restartLog(pool, new Names(options.tablePrefix(), dialect));
            return storage;
        } catch (SQLException e) {
            pool.dispose();
            throw failed(path, e);
        } catch (RuntimeException e) {
            pool.dispose();
            throw e;
        }
    }

    private static String url(Path path, JdbcOptions options) {
        long millis = options.timeout().toMillis();
        return String.join(
                ";",
                // Through a channel that an interrupted Java thread does not close under all others.
                "jdbc:h2:retry:" + path,
                // A commit is handed to the operating system before it returns. By default H2 collects half a second.
                "WRITE_DELAY=0",
                // No hook that closes the database while the host's own hooks still use it; no commit needs it.
                "DB_CLOSE_ON_EXIT=FALSE",
                // Room for every statement there is; the default of 8 compiles most of them again each time.
                "QUERY_CACHE_SIZE=256",
                "LOCK_TIMEOUT=" + millis,
                "QUERY_TIMEOUT=" + millis,
                // After a kill H2 overlooks what was written into space used before, and may find half a transaction:
                // so
                // no space is used again while the database is open. Closing gives it back.
                "REUSE_SPACE=FALSE",
                // H2 writes failed statements with their values to a file of its own.
                "TRACE_LEVEL_FILE=0");
    }

    /**
     * H2 notes how far it has given out the numbers of an identity column in a transaction beside the one that uses them.
     * A kill between the two leaves rows above the note, and numbers would be given out again.
     */
    private static void restartLog(JdbcConnectionPool pool, Names names) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(names.of(InstallationSql.RESTART_LOG));
        }
    }

    /** Writes the file anew without the space that is not used any more, in a file beside it that then takes its place. */
    private static void shutDown(JdbcConnectionPool pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            LOG.debug("Shutting down failed with {}", e.getErrorCode());
        }
        pool.dispose();
    }

    private static StorageException failed(Path path, SQLException failure) {
        if (failure.getErrorCode() == ALREADY_OPEN) {
            return FileLease.openElsewhere(path, failure);
        }
        return Failures.opening("the database " + path + " cannot be opened", failure);
    }
}
