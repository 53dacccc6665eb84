package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** How tables are made on PostgreSQL. */
@Tag("slow")
class PostgresSchemaTest extends SchemaSuites {

    @Override
    DataSource source() {
        return TestServer.POSTGRESQL.pool();
    }

    @Override
    String create(String schema) {
        return "create schema " + schema;
    }

    @Override
    String drop(String schema) {
        return "drop schema if exists " + schema + " cascade";
    }
}
