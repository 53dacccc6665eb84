package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A storage on an SQL database: embedded in the process, or wherever a {@link DataSource} leads. Supported is H2 2.x.
 *
 * <p>Each operation takes a connection for itself and is a transaction of its own, whatever the pool's setting of
 * autocommit. The connections must be ones that nobody has begun a transaction on: with a proxy that hands out the
 * connection of the host's running transaction, that transaction would be committed.
 *
 * <p>Failures that pass (a deadlock, a lock that was held too long) are repeated up to three times before they reach the
 * caller. Safe for use by several Java threads.
 */
public final class JdbcStorage implements Storage {

    private final Names names;
    private final Dialect dialect;
    private final FanOut fanOut;
    private final Runnable close;
    private final ThreadStore threads;
    private final MessageStore messages;
    private final PositionStore positions;
    private final StarStore stars;
    private final BoxStore boxes;
    private final Inspection inspection;

    JdbcStorage(Names names, Dialect dialect, FanOut fanOut, Work work, Runnable close) {
        this.names = names;
        this.dialect = dialect;
        this.fanOut = fanOut;
        this.close = close;
        threads = new JdbcThreads(work, fanOut);
        messages = new JdbcMessages(work);
        positions = new JdbcPositions(work);
        stars = new JdbcStars(work);
        boxes = new JdbcBoxes(work);
        inspection = new JdbcInspection(work);
    }

    /**
     * Opens a database of this process's own in a file, and makes or updates its tables. Needs {@code com.h2database:h2}
     * on the class path.
     *
     * <p>An operation is in the file when it returns, made to survive the end of the process, also by {@code kill -9}.
     * That is not promised yet: tests of it are still going on. It is not made to survive the end of the machine: the file
     * is not forced to the disk with every commit.
     *
     * <p>While it is open, the file grows by some 10 to 20 KB with each commit; closing it in order writes it anew and
     * shrinks it. One operation writes at a time.
     *
     * @param file the file without its ending {@code .mv.db}; it and its directories are made if missing
     * @return the storage; closing it closes the database
     * @throws StorageException if H2 is missing, another process has the file open, or it cannot be opened
     */
    public static JdbcStorage embedded(Path file) {
        return embedded(file, JdbcOptions.defaults());
    }

    /**
     * Opens a database of this process's own as {@link #embedded(Path)} does; its tables are made or updated whatever the
     * options say.
     *
     * @param file the file without its ending {@code .mv.db}; it and its directories are made if missing
     * @param options the table prefix, the time-out and the fan-out limit
     * @return the storage; closing it closes the database
     * @throws StorageException if H2 is missing, another process has the file open, or it cannot be opened
     */
    public static JdbcStorage embedded(Path file, JdbcOptions options) {
        try {
            return EmbeddedH2.open(file, options.migrate());
        } catch (NoClassDefFoundError e) {
            if (!String.valueOf(e.getMessage()).startsWith("org/h2/")) {
                throw e;
            }
            throw new StorageException(
                    "an embedded storage needs H2: add com.h2database:h2 to the class path", false, false, e);
        }
    }

    /**
     * Opens a storage on a database whose tables are there already; {@link #migrate} makes them.
     *
     * @param dataSource where connections come from, best a pool; stays open when the storage is closed
     * @return the storage
     * @throws StorageException if the database is not supported, cannot be reached, or lacks the tables
     */
    public static JdbcStorage open(DataSource dataSource) {
        return open(dataSource, JdbcOptions.defaults());
    }

    /**
     * Opens a storage on a database. Making tables takes two connections at a time, everything else one.
     *
     * <p>An H2 database is as fast as the embedded one only with {@code QUERY_CACHE_SIZE=256} in its URL: by default H2
     * keeps eight statements compiled, and here are more.
     *
     * @param dataSource where connections come from, best a pool; stays open when the storage is closed
     * @param options whether to make the tables, their prefix, the time-out and the fan-out limit
     * @return the storage
     * @throws StorageException if the database is not supported, cannot be reached, or lacks the tables
     */
    public static JdbcStorage open(DataSource dataSource, JdbcOptions options) {
        return Opening.open(dataSource, options, Opening.dialect(dataSource), UnaryOperator.identity(), () -> {});
    }

    /**
     * Makes or updates the tables with the default prefix. Safe when several processes do so at once; does nothing if
     * everything is there.
     *
     * @param dataSource where connections come from
     * @throws StorageException if the database is not supported, cannot be reached, or was made by a newer version
     */
    public static void migrate(DataSource dataSource) {
        open(dataSource, JdbcOptions.defaults().migrate());
    }

    /**
     * Answers the statements that make all tables in an empty database, for whoever runs them by other means.
     *
     * @param dataSource says which database it is
     * @param options the table prefix
     * @return the statements in their order, each without a semicolon
     */
    public static List<String> migrationScript(DataSource dataSource, JdbcOptions options) {
        Dialect dialect = Opening.dialect(dataSource);
        return new SchemaFiles(new Names(options.tablePrefix(), dialect), dialect).script();
    }

    /** A view whose operations happen on a connection inside a transaction that is somebody else's to end. */
    JdbcStorage joined(Connection connection) {
        return new JdbcStorage(
                names,
                dialect,
                fanOut,
                new JoinedWork(Opening.jdbi(new JoinedConnections(connection), dialect), names, dialect),
                () -> {});
    }

    @Override
    public ThreadStore threads() {
        return threads;
    }

    @Override
    public MessageStore messages() {
        return messages;
    }

    @Override
    public PositionStore positions() {
        return positions;
    }

    @Override
    public StarStore stars() {
        return stars;
    }

    @Override
    public BoxStore boxes() {
        return boxes;
    }

    @Override
    public Inspection inspection() {
        return inspection;
    }

    /** Closes an embedded database; does nothing to a {@link DataSource} that was handed in. */
    @Override
    public void close() {
        close.run();
    }
}
