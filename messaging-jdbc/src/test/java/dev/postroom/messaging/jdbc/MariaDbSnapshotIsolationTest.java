package dev.postroom.messaging.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;

/** Host transactions on a MariaDB that refuses to lock what changed since they looked, as newer ones do by default. */
@Tag("slow")
class MariaDbSnapshotIsolationTest extends MariaDbSnapshotTest {

    @Override
    boolean goesOn() {
        return false;
    }

    @Override
    void prepare(Statement statement) throws SQLException {
        statement.execute("set session innodb_snapshot_isolation = on");
    }

    @Override
    void restore(Statement statement) throws SQLException {
        statement.execute("set session innodb_snapshot_isolation = default");
    }
}
