package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Rows as the server's own counters tell them, for all that happens on one connection. */
final class ServerRowsRead extends OneConnection implements RowsRead {

    /** The first PostgreSQL that hands its counters on when asked. */
    private static final int FLUSHING = 15;

    private static final String POSTGRES = """
            select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables
            union all select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes
            """;

    private final Counters counters;
    private long before;

    private ServerRowsRead(DataSource source, Counters counters) {
        super(source);
        this.counters = counters;
    }

    /** Rows of tables that were scanned, and entries of indexes that were read. */
    static ServerRowsRead postgresql(DataSource source) {
        return new ServerRowsRead(source, ServerRowsRead::ofPostgres);
    }

    /** An older server hands counters on at the end of a statement, and shows those of half a second ago. */
    private static long ofPostgres(Statement statement) throws SQLException {
        if (statement.getConnection().getMetaData().getDatabaseMajorVersion() >= FLUSHING) {
            statement.execute("select pg_stat_force_next_flush()");
        } else {
            statement.execute("select pg_sleep(0.7)");
            statement.execute("select pg_sleep(0.7)");
        }
        return sum(statement, 1, POSTGRES);
    }

    /** Every step to a row, also in the tables that hold parts of an answer for a moment. */
    static ServerRowsRead mariaDb(DataSource source) {
        return new ServerRowsRead(source, statement -> sum(statement, 2, "show session status like 'Handler\\_read%'"));
    }

    @Override
    public DataSource source() {
        return this;
    }

    /** Reading the counters is counted too on some databases, always alike: twice, so that the difference tells it. */
    @Override
    public long take() {
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement()) {
            long now = counters.read(statement);
            long afterwards = counters.read(statement);
            long taken = now - before - (afterwards - now);
            before = afterwards;
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(Statement statement, int column, String text) throws SQLException {
        try (ResultSet result = statement.executeQuery(text)) {
            long sum = 0;
            while (result.next()) {
                sum += result.getLong(column);
            }
            return sum;
        }
    }

    private interface Counters {

        long read(Statement statement) throws SQLException;
    }
}
