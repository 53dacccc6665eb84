package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What the databases leave of calls whose statements are cancelled. */
@Tag("slow")
class CancelTest {

    private static String asked(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(text)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Nested
    class OnH2 extends CancelSuites {

        @Override
        String engine() {
            return "H2 in memory";
        }

        @Override
        HazardSite site() {
            return HazardSite.h2();
        }

        @Override
        String number(Connection connection) throws SQLException {
            return asked(connection, "select session_id()");
        }

        @Override
        String cancel(String number) {
            return "select cancel_session(" + number + ")";
        }

        @Override
        boolean commitsInStatements() {
            return false;
        }
    }

    @Nested
    class OnPostgres extends CancelSuites {

        @Override
        String engine() {
            return "PostgreSQL";
        }

        @Override
        HazardSite site() {
            return HazardSite.of(TestServer.POSTGRESQL);
        }

        @Override
        String number(Connection connection) throws SQLException {
            return asked(connection, "select pg_backend_pid()");
        }

        @Override
        String cancel(String number) {
            return "select pg_cancel_backend(" + number + ")";
        }

        @Override
        boolean commitsInStatements() {
            return true;
        }
    }

    @Nested
    class OnMariaDb extends CancelSuites {

        @Override
        String engine() {
            return "MariaDB";
        }

        @Override
        HazardSite site() {
            return HazardSite.of(TestServer.MARIADB);
        }

        @Override
        String number(Connection connection) throws SQLException {
            return asked(connection, "select connection_id()");
        }

        @Override
        String cancel(String number) {
            return "kill query " + number;
        }

        @Override
        boolean commitsInStatements() {
            return true;
        }
    }
}
