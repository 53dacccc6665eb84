package dev.postroom.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What goes wrong with transactions of hosts, and around operations, on PostgreSQL. */
@Tag("slow")
class PostgresHazardTest {

    @Nested
    class HalfOperation extends HalfOperationHazards {

        HalfOperation() {
            super(TestServer.POSTGRESQL);
        }

        @Override
        void shortenLocks(Statement statement) throws SQLException {
            statement.execute("set local lock_timeout = '1s'");
        }

        @Override
        String number(Statement statement) throws SQLException {
            try (ResultSet number = statement.executeQuery("select pg_backend_pid()")) {
                number.next();
                return number.getString(1);
            }
        }

        @Override
        String kill(String number) {
            return "select pg_terminate_backend(" + number + ")";
        }
    }

    @Nested
    class LostHalf extends LostHalfHazards {

        LostHalf() {
            super(TestServer.POSTGRESQL);
        }
    }

    @Nested
    class Pool extends PoolHazards {

        Pool() {
            super(TestServer.POSTGRESQL);
        }
    }
}
