package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** Statements that do nothing, on H2, where operations are several statements. */
@Tag("slow")
class H2SilentStatementTest extends SilentStatementSuites {

    @Override
    HazardSite site() {
        return HazardSite.h2();
    }
}
