package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;

/** How tables are made on H2. */
class H2SchemaTest extends SchemaSuites {

    @Override
    DataSource source() {
        return H2Fixture.pool();
    }

    @Override
    String create(String schema) {
        return "create schema \"" + schema + "\"";
    }

    @Override
    String drop(String schema) {
        return "drop schema if exists \"" + schema + "\" cascade";
    }
}
