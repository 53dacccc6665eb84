package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** How tables are made on MariaDB. */
@Tag("slow")
class MariaDbSchemaTest extends SchemaSuites {

    @Override
    DataSource source() {
        return TestServer.MARIADB.pool();
    }

    @Override
    String create(String schema) {
        return "create database " + schema;
    }

    @Override
    String drop(String schema) {
        return "drop database if exists " + schema;
    }
}
