package dev.postroom.messaging.jdbc;

/** Statements that do nothing, on H2, where operations are several statements. */
class H2SilentStatementTest extends SilentStatementSuites {

    @Override
    HazardSite site() {
        return HazardSite.h2();
    }
}
