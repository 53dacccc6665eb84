package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of a storage, from outside. */
final class Tables {

    static final List<String> OF_DOMAIN =
            List.of("log", "claim", "star", "mark", "gone", "message", "member", "thread");

    private Tables() {}

    static void empty(DataSource source, String prefix) {
        execute(
                source,
                OF_DOMAIN.stream().map(table -> "delete from " + prefix + table).toList());
    }

    static void drop(DataSource source, String prefix) {
        execute(
                source,
                OF_DOMAIN.stream()
                        .map(table -> "drop table if exists " + prefix + table)
                        .toList());
        execute(source, List.of("drop table if exists " + prefix + "schema"));
    }

    static void execute(DataSource source, List<String> statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
