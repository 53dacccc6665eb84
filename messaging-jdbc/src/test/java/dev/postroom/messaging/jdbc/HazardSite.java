package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A database for tests of what goes wrong.
 *
 * @param pool connections to it
 * @param prefix of the tables
 * @param giveBack ends the use
 */
record HazardSite(DataSource pool, String prefix, Runnable giveBack) {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    static HazardSite of(TestServer server) {
        DataSource pool = server.pool();
        String prefix = server.takePrefix();
        return new HazardSite(pool, prefix, () -> server.giveBack(pool, prefix));
    }

    static HazardSite h2() {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=1000", "sa", "");
        return new HazardSite(pool, "t_", pool::dispose);
    }

    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(prefix).timeout(TIMEOUT);
    }

    JdbcStorage open() {
        return JdbcStorage.open(pool, options().migrate());
    }

    /** A storage on the same tables that nothing goes wrong with, where threads of more than four are large. */
    Storage storage() {
        return JdbcStorage.open(pool, options().fanOutLimit(4).migrate());
    }

    /** A connection on which a transaction is about to begin. */
    Connection begun() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void execute(String... statements) {
        Tables.execute(pool, List.of(statements));
    }
}
