package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file, open in this process alone. */
final class EmbeddedH2 {

    /** How long a file may become in any case before it is written anew. */
    static final long FLOOR = 256L << 20;

    /** Files are reached through channels that an interrupted Java thread does not close, and that keep its interrupt. */
    static final String FILES = "async:";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedH2.class);

    private static final int ALREADY_OPEN = 90020;

    /** Operations wait while the file is written anew, however long that takes. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private EmbeddedH2() {}

    static JdbcStorage open(Path file, JdbcOptions options) {
        return open(file, options, FILES, FLOOR);
    }

    /** Opens a file that is reached in a way of its own, and may become as long as given. */
    static JdbcStorage open(Path file, JdbcOptions options, String files, long floor) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new StorageException("the path of an embedded database cannot have a semicolon", false, false, null);
        }
        if (path.toString().endsWith(".mv.db")) {
            throw new StorageException(
                    "the path of an embedded database is given without its ending .mv.db", false, false, null);
        }
        FileLease lease = FileLease.take(path);
        EmbeddedFile opened = new EmbeddedFile(path, url(files + path, options));
        boolean done = false;
        try {
            JdbcStorage storage = open(opened, options, floor, lease);
            done = true;
            return storage;
        } catch (SQLException e) {
            throw failed(path, e);
        } finally {
            if (!done) {
                opened.dispose();
                lease.close();
            }
        }
    }

    private static JdbcStorage open(EmbeddedFile file, JdbcOptions options, long floor, FileLease lease)
            throws SQLException {
        Connection connection = file.take();
        try {
            LOG.debug("Opened {}", connection.getMetaData().getDatabaseProductVersion());
        } finally {
            file.giveBack(connection);
        }
        Dialect dialect = H2Dialect.embedded(options.timeout());
        String restart = new SqlRenderer(options.tablePrefix(), dialect).of(InstallationSql.RESTART_LOG);
        FileCompaction upkeep = new FileCompaction(file, restart, floor);
        UnaryOperator<Transactions> writing =
                work -> new OneWriter(new KeptUp(work, upkeep), new ReentrantLock(true), FOREVER);
        JdbcStorage storage = Opening.open(file, options, dialect, writing, () -> {
            if (lease.isHeld()) {
                upkeep.close();
                lease.close();
            }
        });
        upkeep.begin();
        return storage;
    }

    private static String url(String path, JdbcOptions options) {
        long millis = options.timeout().toMillis();
        return String.join(
                ";",
                "jdbc:h2:" + path,
                // A commit is handed to the operating system before it returns. By default H2 collects half a second.
                "WRITE_DELAY=0",
                // No hook that closes the database while the host's own hooks still use it; no commit needs it.
                "DB_CLOSE_ON_EXIT=FALSE",
                // Room for every statement there is; the default of 8 compiles most of them again each time.
                "QUERY_CACHE_SIZE=256",
                "LOCK_TIMEOUT=" + millis,
                "QUERY_TIMEOUT=" + millis,
                // After a kill H2 overlooks what was written into space used before, and may find half a transaction:
                // so no space is used again until the file is written anew.
                "REUSE_SPACE=FALSE",
                // H2 writes failed statements with their values to a file of its own.
                "TRACE_LEVEL_FILE=0");
    }

    private static StorageException failed(Path path, SQLException failure) {
        if (failure.getErrorCode() == ALREADY_OPEN) {
            return FileLease.openElsewhere(path, failure);
        }
        return Failures.opening("the database " + path + " cannot be opened", failure);
    }
}
