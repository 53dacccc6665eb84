package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.H2Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.MariaDbDialect;
import dev.postroom.messaging.jdbc.internal.dialect.PostgresDialect;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds the dialect of a database. */
final class DetectedDialect {

    private DetectedDialect() {}

    /** The dialect of the database behind a connection, unless the options name the database. */
    static Dialect of(Connection connection, JdbcOptions options) throws SQLException {
        Database database = options.database().isPresent() ? options.database().get() : detected(connection);
        return switch (database) {
            case H2 -> H2Dialect.ofHost(connection);
            case POSTGRESQL -> new PostgresDialect(options.isDistributed());
            case MARIADB -> new MariaDbDialect();
        };
    }

    private static Database detected(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> Database.H2;
            case "PostgreSQL" -> Database.POSTGRESQL;
            case "MariaDB" -> Database.MARIADB;
            default ->
                throw new StorageException(
                        "no support for the database \"" + product + "\"; supported are H2, PostgreSQL and MariaDB;"
                                + " JdbcOptions.database(…) says which of them it is under another name",
                        false,
                        false,
                        null);
        };
    }
}
