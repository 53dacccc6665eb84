package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.SendOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** How tables are made on H2. */
class H2SchemaTest extends SchemaSuites {

    private static final int MANY_STEPS = 20;

    @Override
    DataSource source() {
        return H2Fixture.pool();
    }

    @Override
    String create(String schema) {
        return "create schema \"" + schema + "\"";
    }

    @Override
    String drop(String schema) {
        return "drop schema if exists \"" + schema + "\" cascade";
    }

    /** H2 does that when several first connections come and go at once. */
    @Test
    void inMemoryADatabaseThatIsClosedMeanwhileIsMadeAnew() {
        boolean broken;
        int step = 0;
        do {
            JdbcDataSource memory = new JdbcDataSource();
            memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            memory.setUser("sa");
            memory.setPassword("");
            Breaking database = new Breaking(memory, H2SchemaTest::shutDown);
            database.breakAt(++step, false);
            JdbcStorage storage =
                    JdbcStorage.open(database, JdbcOptions.defaults().migrate());
            broken = database.isBroken();
            database.breakAt(0, false);
            assertThat(storage.threads().create(TestCommands.group(TestCommands.newThread(), 0)))
                    .as("closed at step %s", step)
                    .isInstanceOf(SendOutcome.Stored.class);
        } while (broken);
        assertThat(step).isGreaterThan(MANY_STEPS);
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }
}
