package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How much operations allocate with MariaDB's driver. */
@Tag("slow")
class MariaDbAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(220_000, 225_000, 37_800, 97_000, 163_200, 17_600, 19_000, 15_000);
    }

    @Override
    JdbcStorage open() {
        String prefix = TestServer.MARIADB.takePrefix();
        return JdbcStorage.open(
                TestServer.MARIADB.pool(),
                JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
