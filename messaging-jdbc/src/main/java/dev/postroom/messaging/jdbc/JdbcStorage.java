package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.jdbc.internal.box.JdbcBoxes;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.inspection.JdbcInspection;
import dev.postroom.messaging.jdbc.internal.message.JdbcMessages;
import dev.postroom.messaging.jdbc.internal.message.SendPlans;
import dev.postroom.messaging.jdbc.internal.personal.JdbcPositions;
import dev.postroom.messaging.jdbc.internal.personal.JdbcStars;
import dev.postroom.messaging.jdbc.internal.schema.SchemaFiles;
import dev.postroom.messaging.jdbc.internal.thread.FanOut;
import dev.postroom.messaging.jdbc.internal.thread.JdbcThreads;
import dev.postroom.messaging.jdbc.internal.transaction.JdbcTransaction;
import dev.postroom.messaging.jdbc.internal.transaction.Joining;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A storage on an SQL database: embedded in the process, or wherever a {@link DataSource} leads. {@link Database}
 * lists those it works on.
 *
 * <p>There are three ways with transactions:
 *
 * <ul>
 *   <li><b>Own</b>, opened on a {@link DataSource}: each operation takes a connection for itself and is a transaction of its
 *       own, whatever the pool's setting of autocommit. What met another transaction (a deadlock, a lock that was held too
 *       long) is tried again, twelve times in all and only within the time-out, before it reaches the caller. The connections
 *       must be ones on which nobody has begun a transaction, for that would be committed: data sources known to hand out
 *       the connection of the host's running transaction are refused.
 *   <li><b>Joined</b>, by {@link #transaction(Connection)}: operations take part in the host's transaction on that
 *       connection.
 *   <li><b>Following</b>, opened on a {@link ConnectionSource}: joined where that says that a transaction runs on the Java
 *       thread, own where none does.
 * </ul>
 *
 * <p>Safe for use by several Java threads.
 */
public final class JdbcStorage implements Storage {

    private final Joining joining;
    private final FanOut fanOut;
    private final SendPlans sends;
    private final Runnable close;
    private final ThreadStore threads;
    private final MessageStore messages;
    private final PositionStore positions;
    private final StarStore stars;
    private final BoxStore boxes;
    private final Inspection inspection;

    JdbcStorage(Joining joining, Transactions work, FanOut fanOut, SendPlans sends, Runnable close) {
        this.joining = joining;
        this.fanOut = fanOut;
        this.sends = sends;
        this.close = close;
        threads = new JdbcThreads(work, fanOut);
        messages = new JdbcMessages(work, sends);
        positions = new JdbcPositions(work);
        stars = new JdbcStars(work);
        boxes = new JdbcBoxes(work);
        inspection = new JdbcInspection(work);
    }

    /**
     * Opens a database of this process's own in a file, and makes or updates its tables. Needs {@code com.h2database:h2}
     * on the class path.
     *
     * <p>An operation is in the file when it returns: what was acknowledged survives the end of the process, also by
     * {@code kill -9}, and of what was not acknowledged no half is left. That does not go for the end of the machine: the
     * file is not forced to the disk with every commit.
     *
     * <p>One operation writes at a time. While it is open, the file grows by some 10 to 50 KB with each commit. When it has
     * become three times as long as it was after it was last written anew, and longer than 256 MB, it is written anew,
     * without what is not in use; all operations wait meanwhile, some 5 to 12 s for each 100 MB in use. That needs room
     * for a second file beside it, as long as what is in use; if there is none, it is tried again after ten minutes.
     * Closing in order does the same, whatever the length.
     *
     * <p>When the disk is full, operations that write fail, and go on when there is room again. An interrupt ends no
     * operation and is still set when the operation returns.
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
            return Opening.embedded(file, options.migrate());
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
     * @throws InvalidException if connections of the data source are known to be those of running transactions
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
     * <p>On an H2 <em>file</em> one transaction at a time changes anything in these tables, because H2 loses committed updates
     * when transactions roll back beside each other; the host's own tables on such a file have that fault still. The next
     * writer waits, then gets a {@link StorageException}: an operation of its own is tried again until the time-out of the
     * options is over, one in a host's transaction waits for H2's {@code LOCK_TIMEOUT} once. An interrupt does not end that
     * wait, and H2 clears it. H2 in memory and the database servers have no such limit.
     *
     * @param dataSource where connections come from, best a pool; stays open when the storage is closed
     * @param options whether to make the tables, their prefix, the time-out and the fan-out limit
     * @return the storage
     * @throws InvalidException if connections of the data source are known to be those of running transactions
     * @throws StorageException if the database is not supported, cannot be reached, or lacks the tables
     */
    public static JdbcStorage open(DataSource dataSource, JdbcOptions options) {
        return Opening.open(dataSource, options);
    }

    /**
     * Opens a storage that follows the host's transactions: an operation takes part in the transaction that runs on the
     * calling Java thread, as {@link #joined} says, and is a transaction of its own where none runs. So a call may be part
     * of more or of less than it seems; {@code Messaging.in} shows it in the code.
     *
     * <p>Open it outside of transactions: making tables commits.
     *
     * @param connections says whether a transaction runs, and has its connection
     * @param options whether to make the tables, their prefix, and the time-out
     * @return the storage
     * @throws InvalidException if a transaction runs on the calling Java thread
     * @throws StorageException if the database is not supported, cannot be reached, or lacks the tables
     */
    public static JdbcStorage open(ConnectionSource connections, JdbcOptions options) {
        return Opening.follow(connections, options);
    }

    /**
     * Makes or updates the tables with the default prefix. Safe when several processes do so at once; does nothing if
     * everything is there.
     *
     * @param dataSource where connections come from
     * @throws InvalidException if connections of the data source are known to be those of running transactions
     * @throws StorageException if the database is not supported, cannot be reached, or was made by a newer version
     */
    public static void migrate(DataSource dataSource) {
        open(dataSource, JdbcOptions.defaults().migrate());
    }

    /**
     * Answers the statements that make all tables in an empty database, for whoever runs them by other means.
     *
     * @param dataSource says which database it is
     * @param options the schema and the table prefix
     * @return the statements in their order, each without a semicolon
     */
    public static List<String> migrationScript(DataSource dataSource, JdbcOptions options) {
        SqlRenderer names = Opening.names(dataSource, options);
        return new SchemaFiles(names, names.dialect(), SchemaFiles.RELEASED).script();
    }

    /**
     * Prints the statements that make all tables in an empty database, as a script for whoever runs it.
     *
     * @param dataSource says which database it is
     * @param options the schema and the table prefix
     * @param out where the script goes
     * @throws IOException if nothing can be written there
     * @throws StorageException if the database is not supported or cannot be reached
     */
    public static void printMigration(DataSource dataSource, JdbcOptions options, Appendable out) throws IOException {
        for (String statement : migrationScript(dataSource, options)) {
            out.append(statement).append(";\n\n");
        }
    }

    /**
     * Makes the host's transaction on a connection known to this storage, for {@code Messaging.in}. The connection may come
     * from any pool or wrapper, as long as it leads to the same database and the same tables. It stays the host's: its
     * isolation, autocommit and end are never touched, except that a transaction in which an operation can be neither
     * finished nor undone is rolled back.
     *
     * <p>Operations see what the connection's isolation lets them see. At READ COMMITTED everything is as without a host's
     * transaction; above it a database may refuse to write what others have changed since the transaction began, and says
     * so with a {@link StorageException} that {@code retryCanHelp()} if all of the transaction is run again; {@code
     * transactionLost()} is true then. On an H2 file the transaction keeps all other writers waiting from its first operation
     * that may write, also one that was refused, to its end.
     *
     * <p>Make one object for each transaction and use it for all calls in it: it is what remembers that the transaction is
     * lost, and refuses later calls.
     *
     * <p>Once the host has switched autocommit on or closed the connection, operations end in a {@link
     * dev.postroom.messaging.model.ClosedException}. A connection on which the host has committed or rolled back with
     * autocommit still off is already in its next transaction: do not use what was made here for it.
     *
     * @param connection with autocommit off, inside the transaction that the host is going to end
     * @return the transaction
     * @throws InvalidException if the connection is null, closed or in autocommit mode, or this storage is embedded: then nobody
     *     else has a connection to its database
     * @throws StorageException if the connection cannot be asked
     */
    public HostTransaction transaction(Connection connection) {
        given("connection", connection);
        if (!joining.hosts()) {
            throw new InvalidException(
                    "connection",
                    "cannot be one to an embedded database, which is open to its storage alone: JdbcStorage.open shares one");
        }
        try {
            if (connection.isClosed()) {
                throw new InvalidException("connection", "must be open");
            }
            if (connection.getAutoCommit()) {
                throw new InvalidException(
                        "connection", "is in autocommit mode, which is no transaction: switch that off first");
            }
        } catch (SQLException e) {
            throw Failures.opening("the connection cannot be asked", e);
        }
        return inside(connection);
    }

    /**
     * Makes the host's transaction on a handle of Jdbi known to this storage, as {@link #transaction(Connection)} does for
     * the handle's connection. The handle stays the host's; its configuration is not used.
     *
     * <pre>{@code
     * jdbi.useTransaction(handle -> {
     *     handle.execute("insert into orders (id) values (?)", order);
     *     messaging.in(storage.transaction(handle)).as(bob).reply(thread, Draft.text("Confirmed"));
     * });
     * }</pre>
     *
     * @param handle in a transaction that the host, or Jdbi for it, is going to end
     * @return the transaction
     * @throws InvalidException if the handle is null, closed or in no transaction, or this storage is embedded
     * @throws StorageException if the connection cannot be asked
     */
    public HostTransaction transaction(Handle handle) {
        given("handle", handle);
        if (handle.isClosed()) {
            throw new InvalidException("handle", "must be open");
        }
        return transaction(handle.getConnection());
    }

    private static void given(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidException(field, "must not be null");
        }
    }

    JdbcTransaction inside(Connection connection) {
        return new JdbcTransaction(this, connection);
    }

    @Override
    public Storage joined(HostTransaction transaction) {
        if (transaction instanceof JdbcTransaction ours && ours.isOf(this)) {
            return new JdbcStorage(joining, joining.in(ours), fanOut, sends, () -> {});
        }
        throw new InvalidException("transaction", "must be made by transaction(…) of the storage that is to join it");
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

    /**
     * Closes an embedded database; does nothing to a {@link DataSource} that was handed in. Operations of an embedded storage
     * that are running meanwhile end, or fail with a {@link dev.postroom.messaging.model.ClosedException}.
     */
    @Override
    public void close() {
        close.run();
    }
}
