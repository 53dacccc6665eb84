package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** How much operations allocate with PostgreSQL's driver. */
@Tag("slow")
class PostgresAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(17_400, 21_500, 37_900, 67_000, 95_600, 12_800, 17_100, 10_400);
    }

    @Override
    DataSource pool() {
        return TestServer.POSTGRESQL.pool();
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(TestServer.POSTGRESQL.takePrefix());
    }
}
