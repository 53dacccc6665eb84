package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How much operations allocate with MariaDB's driver. */
@Tag("slow")
class MariaDbAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(297_000, 301_000, 144_000, 129_000, 191_000, 23_400, 24_000, 20_200);
    }

    @Override
    JdbcStorage open() {
        String prefix = TestServer.MARIADB.takePrefix();
        return JdbcStorage.open(
                TestServer.MARIADB.pool(),
                JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
