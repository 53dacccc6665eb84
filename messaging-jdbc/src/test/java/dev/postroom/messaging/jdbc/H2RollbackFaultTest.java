package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fault of H2 for which one transaction at a time writes messages to a file, in plain JDBC: a rollback that meets the
 * commit of another session restores a row twice, and so takes back what that session committed. If a test here fails with
 * a newer H2, that version no longer has the fault, and decision 19 can be looked at again.
 */
class H2RollbackFaultTest {

    private static final String CHANGE = "update t set v = 100 where id = 1";
    private static final String LOCK = "select v from t where id = 1 for update";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, LOCK})
    void aRollbackOnAFileTakesBackWhatAnotherSessionHasCommitted(String statement) throws Exception {
        assertThat(afterARollback(file(), statement, false)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, LOCK})
    void aRollbackToASavepointDoesTheSame(String statement) throws Exception {
        assertThat(afterARollback(file(), statement, true)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, LOCK})
    void inMemoryNothingIsTakenBack(String statement) throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        assertThat(afterARollback(url, statement, false)).isOne();
        assertThat(afterARollback(url, statement, true)).isOne();
    }

    private String file() {
        return "jdbc:h2:" + folder.resolve("faulty") + ";WRITE_DELAY=0";
    }

    /** What a row has after one session has rolled back while another one added 1 to the 0 in it and committed. */
    private static int afterARollback(String url, String statement, boolean toSavepoint) throws Exception {
        try (Connection first = DriverManager.getConnection(url, "sa", "");
                Connection second = DriverManager.getConnection(url, "sa", "");
                Statement here = first.createStatement();
                Statement there = second.createStatement()) {
            here.execute("drop table if exists t");
            here.execute("create table t (id int primary key, v int)");
            here.execute("insert into t values (1, 0)");
            RollbackProbe.on(here, "t");
            first.setAutoCommit(false);
            Savepoint before = first.setSavepoint();
            here.execute(statement);
            RollbackProbe.arm(0, () -> there.executeUpdate("update t set v = v + 1 where id = 1"));
            if (toSavepoint) {
                first.rollback(before);
            } else {
                first.rollback();
            }
            RollbackProbe.await();
            return value(there);
        }
    }

    private static int value(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select v from t where id = 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
