package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** Statements that do nothing, on MariaDB, where that happens, and where many operations are compound statements. */
@Tag("slow")
class MariaDbSilentStatementTest extends SilentStatementSuites {

    @Override
    HazardSite site() {
        return HazardSite.of(TestServer.MARIADB);
    }
}
