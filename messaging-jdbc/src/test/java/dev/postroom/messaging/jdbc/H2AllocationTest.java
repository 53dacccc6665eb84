package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/**
 * How much operations allocate on H2, which runs in the Java thread that calls it. Not with H2's own pool: it rolls back
 * each time it hands out a connection, whereupon H2 forgets its compiled statements. And H2 is to read each time, not to
 * answer again what it answered before.
 */
class H2AllocationTest extends AllocationSuites {

    private final HikariDataSource pool = TestServer.pool(H2Fixture.url() + ";OPTIMIZE_REUSE_RESULTS=FALSE", true);

    @Override
    Budget budget() {
        return new Budget(147_000, 172_000, 218_000, 145_000, 133_000, 47_500, 69_500, 36_000);
    }

    @Override
    DataSource pool() {
        return pool;
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults();
    }

    @AfterAll
    void close() {
        pool.close();
    }
}
