package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How much operations allocate with PostgreSQL's driver. */
@Tag("slow")
class PostgresAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(72_500, 80_500, 123_000, 110_000, 154_000, 15_800, 19_200, 12_500);
    }

    @Override
    JdbcStorage open() {
        String prefix = TestServer.POSTGRESQL.takePrefix();
        return JdbcStorage.open(
                TestServer.POSTGRESQL.pool(),
                JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
