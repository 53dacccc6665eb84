package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
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
            recover(path.resolveSibling(path.getFileName() + ".mv.db"));
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
            JdbcStorage storage = Opening.open(pool, options, dialect, () -> {
                pool.dispose();
                lease.close();
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
                "jdbc:h2:async:" + path,
                // A commit is handed to the operating system before it returns. By default H2 collects half a second.
                "WRITE_DELAY=0",
                // No hook that closes the database while the host's own hooks still use it; no commit needs it.
                "DB_CLOSE_ON_EXIT=FALSE",
                // Room for every statement there is; the default of 8 compiles most of them again each time.
                "QUERY_CACHE_SIZE=256",
                "LOCK_TIMEOUT=" + millis,
                "QUERY_TIMEOUT=" + millis,
                // Each commit takes some 10 to 20 KB of the file until old space is used again. On closing, H2 takes at
                // most these milliseconds to give it back; its default of 200 leaves files a hundred times too large.
                "MAX_COMPACT_TIME=10000",
                // H2 writes failed statements with their values to a file of its own.
                "TRACE_LEVEL_FILE=0");
    }

    /**
     * After the process was killed, H2 itself may take an older state for the newest: it follows a chain of chunks that
     * one written into reused space is not on, although all of it is there. Looking at all chunks finds it.
     */
    private static void recover(Path file) {
        if (!Files.exists(file) || wasClosed(file)) {
            return;
        }
        try {
            new MVStore.Builder()
                    .fileName(file.toString())
                    .recoveryMode()
                    .autoCommitDisabled()
                    .open()
                    .close();
            LOG.debug("Recovered a database that was not closed");
        } catch (MVStoreException e) {
            // In use, or no database: opening it says which.
            LOG.debug("Looking for the newest state failed with code {}", e.getErrorCode());
        }
    }

    /** H2 notes in the header of the file, which is there twice, that it was closed in order. */
    private static boolean wasClosed(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8192), java.nio.charset.StandardCharsets.ISO_8859_1).contains(",clean:1");
        } catch (IOException e) {
            return false;
        }
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

    private static StorageException failed(Path path, SQLException failure) {
        if (failure.getErrorCode() == ALREADY_OPEN) {
            return FileLease.openElsewhere(path, failure);
        }
        return Failures.opening("the database " + path + " cannot be opened", failure);
    }
}
