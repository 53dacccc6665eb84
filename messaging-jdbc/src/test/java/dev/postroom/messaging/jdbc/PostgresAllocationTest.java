package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How much operations allocate with PostgreSQL's driver. */
@Tag("slow")
class PostgresAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(32_700, 37_300, 36_200, 77_600, 145_500, 11_600, 17_100, 10_000);
    }

    @Override
    JdbcStorage open() {
        String prefix = TestServer.POSTGRESQL.takePrefix();
        return JdbcStorage.open(
                TestServer.POSTGRESQL.pool(),
                JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
