package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;

/** An H2 trigger that counts how often a row was changed or restored while another session had changed something, too. */
@SuppressWarnings("exports") // Nobody but H2 uses the type.
public final class AloneProbe implements Trigger {

    static final AtomicInteger FIRED = new AtomicInteger();
    static final AtomicInteger NOT_ALONE = new AtomicInteger();

    private static final String OTHERS =
            "select count(*) from information_schema.sessions where contains_uncommitted and session_id <> session_id()";

    /** For H2. */
    public AloneProbe() {}

    /** Puts the trigger on a table. */
    static void on(Statement statement, String table) throws SQLException {
        statement.execute("create trigger if not exists alone_" + table + " after insert, update, delete, rollback on "
                + table + " for each row call '" + AloneProbe.class.getName() + "'");
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery(OTHERS)) {
            others.next();
            FIRED.incrementAndGet();
            NOT_ALONE.addAndGet(others.getInt(1) > 0 ? 1 : 0);
        }
    }
}
