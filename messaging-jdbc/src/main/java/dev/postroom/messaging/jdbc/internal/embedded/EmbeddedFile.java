package dev.postroom.messaging.jdbc.internal.embedded;

import dev.postroom.messaging.jdbc.internal.failure.H2ErrorCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an embedded database and the connections to it: of another pool each time the file was written anew, and
 * after H2 has closed the database by itself, as it does when it cannot write.
 */
public final class EmbeddedFile implements ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);

    /** In the order of their names: of the chunks, the file's length, of the file. */
    private static final String NUMBERS = """
            select cast(setting_value as bigint) from information_schema.settings
            where setting_name in ('info.CHUNKS_FILL_RATE', 'info.FILE_SIZE', 'info.FILL_RATE') order by setting_name
            """;

    private static final int PERCENT = 100;
    static final int DATABASE_IS_CLOSED = 90098;

    private final Path path;
    private final Path data;
    private final String url;
    private final Map<Connection, EmbeddedPool> taken = new ConcurrentHashMap<>();
    private volatile EmbeddedPool pool;
    private volatile boolean restarted;
    private boolean closed;

    /** Opens nothing yet. */
    EmbeddedFile(Path path, String url) {
        this.path = path;
        this.data = path.resolveSibling(path.getFileName() + ".mv.db");
        this.url = url;
        this.pool = new EmbeddedPool(url);
    }

    @Override
    public Connection openConnection() throws SQLException {
        EmbeddedPool from = pool;
        Connection connection = from.take();
        taken.put(connection, from);
        return connection;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        EmbeddedPool from = taken.remove(connection);
        if (from != null) {
            from.giveBack(connection);
        }
    }

    /**
     * Lets go of all connections if a failure says that H2 has closed the database. They are not closed in turn: on a
     * database that H2 gave up because it could not write, whatever is done next may never end.
     */
    synchronized void failed(SQLException failure) {
        if (!closed && H2ErrorCodes.isClosing(failure)) {
            LOG.debug("H2 has closed the database with {}", failure.getErrorCode());
            pool = new EmbeddedPool(url);
            restarted = false;
        }
    }

    /** The file without its ending. */
    Path path() {
        return path;
    }

    /** Returns the length of the file in bytes; 0 if it cannot be read now. */
    long size() {
        try {
            return Files.size(data);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the bytes of the file that are in use, as H2 counts them, to a hundredth of its length. */
    long live() throws SQLException {
        Connection connection = openConnection();
        try (Statement statement = connection.createStatement();
                ResultSet numbers = statement.executeQuery(NUMBERS)) {
            long live = 1;
            while (numbers.next()) {
                live *= numbers.getLong(1);
            }
            return live / (PERCENT * PERCENT);
        } finally {
            closeConnection(connection);
        }
    }

    /** Whether {@link #restart} was run since the database was opened. */
    boolean isRestarted() {
        return restarted;
    }

    /** Runs what must be run between opening the database and the first writing operation. */
    void restart(String statement) throws SQLException {
        Connection connection = openConnection();
        try (Statement execution = connection.createStatement()) {
            execution.execute(statement);
            restarted = true;
        } finally {
            closeConnection(connection);
        }
    }

    /**
     * Writes the file anew without the space that is not used any more, in a file beside it that then takes its place.
     * Nobody may be using a connection. If it fails, the file stays as it is; the next connection opens it either way.
     */
    synchronized void compact() {
        if (!closed) {
            shutDown(pool);
            pool = new EmbeddedPool(url);
            restarted = false;
        }
    }

    /** Closes for good, and shrinks the file; what is going on fails. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            shutDown(pool);
        }
    }

    /** Gives up a database that could not be opened. */
    void dispose() {
        pool.dispose();
    }

    /** Leaves the connection to H2, which closes all there are. */
    private static void shutDown(EmbeddedPool pool) {
        try {
            Connection connection = pool.take();
            pool.dispose(); // of those that nobody uses, which H2 would wait for
            connection.createStatement().execute("shutdown compact");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Shutting down failed with {}", e.getClass().getName());
        } finally {
            pool.dispose();
        }
    }
}
