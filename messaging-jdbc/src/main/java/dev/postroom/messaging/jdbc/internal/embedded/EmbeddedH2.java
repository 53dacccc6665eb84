package dev.postroom.messaging.jdbc.internal.embedded;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.H2Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.transaction.OneWriter;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.model.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file, open in this process alone. */
public final class EmbeddedH2 {

    /** The length, in bytes, below which a file is not written anew. */
    public static final long FLOOR = 256L << 20;

    /** Files are reached through channels that an interrupted Java thread does not close, and that keep its interrupt. */
    public static final String FILES = "async:";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedH2.class);

    private static final int ALREADY_OPEN = 90020;

    /** Operations wait while the file is written anew, however long that takes. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final EmbeddedFile file;
    private final FileLease lease;
    private final FileCompaction compaction;
    private final Dialect dialect;

    private EmbeddedH2(EmbeddedFile file, FileLease lease, FileCompaction compaction, Dialect dialect) {
        this.file = file;
        this.lease = lease;
        this.compaction = compaction;
        this.dialect = dialect;
    }

    /**
     * Opens a database.
     *
     * @param file the file without its ending
     * @param timeout of a statement, and of waiting for a lock
     * @param prefix of the tables
     * @param files how files are reached: a prefix of H2's URL
     * @param floor how long the file may become in any case, in bytes
     */
    public static EmbeddedH2 open(Path file, Duration timeout, String prefix, String files, long floor) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().indexOf(';') >= 0) {
            throw new StorageException("the path of an embedded database cannot have a semicolon", false, false, null);
        }
        if (path.toString().endsWith(".mv.db")) {
            throw new StorageException(
                    "the path of an embedded database is given without its ending .mv.db", false, false, null);
        }
        FileLease lease = FileLease.take(path);
        EmbeddedFile opened = new EmbeddedFile(path, url(files + path, timeout));
        boolean done = false;
        try {
            connect(opened);
            Dialect dialect = H2Dialect.embedded(timeout);
            String restart = new SqlRenderer(prefix, dialect).of(InstallationSql.RESTART_LOG);
            done = true;
            return new EmbeddedH2(opened, lease, new FileCompaction(opened, restart, floor), dialect);
        } catch (SQLException e) {
            throw failed(path, e);
        } finally {
            if (!done) {
                dispose(opened, lease);
            }
        }
    }

    private static void connect(EmbeddedFile file) throws SQLException {
        Connection connection = file.openConnection();
        try {
            LOG.debug("Opened {}", connection.getMetaData().getDatabaseProductVersion());
        } finally {
            file.closeConnection(connection);
        }
    }

    public ConnectionFactory connections() {
        return file;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Has operations write one at a time, and the file written anew between them. */
    public Transactions writing(Transactions work) {
        return new OneWriter(new KeptUp(work, compaction), new ReentrantLock(true), FOREVER);
    }

    /** Begins to look after the file; its tables are there. */
    public void begin() {
        try {
            compaction.begin();
        } catch (SQLException e) {
            throw failed(file.path(), e);
        }
    }

    /** Gives up a database whose tables could not be made. */
    public void dispose() {
        dispose(file, lease);
    }

    private static void dispose(EmbeddedFile file, FileLease lease) {
        file.dispose();
        lease.close();
    }

    /** Closes the database for good. */
    public void close() {
        if (lease.isHeld()) {
            compaction.close();
            lease.close();
        }
    }

    private static String url(String path, Duration timeout) {
        long millis = timeout.toMillis();
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
