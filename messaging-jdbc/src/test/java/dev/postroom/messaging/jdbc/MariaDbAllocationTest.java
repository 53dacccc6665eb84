package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How much operations allocate with MariaDB's driver. */
@Tag("slow")
class MariaDbAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(31_400, 31_400, 37_200, 79_100, 113_300, 16_100, 15_600, 13_100);
    }

    @Override
    JdbcStorage open() {
        String prefix = TestServer.MARIADB.takePrefix();
        return JdbcStorage.open(
                TestServer.MARIADB.pool(),
                JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
