package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** How much operations allocate with MariaDB's driver. */
@Tag("slow")
class MariaDbAllocationTest extends AllocationSuites {

    @Override
    Budget budget() {
        return new Budget(31_400, 31_400, 37_200, 79_100, 113_300, 16_100, 15_600, 13_100);
    }

    @Override
    DataSource pool() {
        return TestServer.MARIADB.pool();
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(TestServer.MARIADB.takePrefix());
    }
}
