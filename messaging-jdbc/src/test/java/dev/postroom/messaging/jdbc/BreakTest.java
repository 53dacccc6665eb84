package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What is left of calls whose connections break. */
@Tag("slow")
class BreakTest {

    /** Asks a connection for its number, and has another one end it. */
    private static void end(TestServer server, Connection connection, String number, String end) throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet answer = asking.executeQuery(number);
                Connection other = server.pool().getConnection();
                Statement ending = other.createStatement()) {
            answer.next();
            ending.execute(end.formatted(answer.getLong(1)));
        }
    }

    @Nested
    class OnH2 extends BreakSuites {

        @Override
        String engine() {
            return "H2 in memory";
        }

        @Override
        HazardSite site() {
            return HazardSite.h2();
        }

        @Override
        void breakOff(Connection connection) throws SQLException {
            connection.unwrap(JdbcConnection.class).close();
        }
    }

    @Nested
    class OnPostgres extends BreakSuites {

        @Override
        String engine() {
            return "PostgreSQL";
        }

        @Override
        HazardSite site() {
            return HazardSite.of(TestServer.POSTGRESQL);
        }

        @Override
        void breakOff(Connection connection) throws SQLException {
            end(TestServer.POSTGRESQL, connection, "select pg_backend_pid()", "select pg_terminate_backend(%s, 5000)");
        }
    }

    @Nested
    class OnMariaDb extends BreakSuites {

        @Override
        String engine() {
            return "MariaDB";
        }

        @Override
        HazardSite site() {
            return HazardSite.of(TestServer.MARIADB);
        }

        @Override
        void breakOff(Connection connection) throws SQLException {
            end(TestServer.MARIADB, connection, "select connection_id()", "kill connection %s");
        }
    }
}
