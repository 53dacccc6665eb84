package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The tables of a storage, from outside. */
final class Tables {

    static final List<String> OF_DOMAIN =
            List.of("log", "claim", "star", "hidden_message", "deleted_message", "message", "member", "thread");

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

    static long count(DataSource source, String table) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    /** All rows, each with the values of all columns, in some order that is always the same. */
    static List<String> rows(DataSource source, String table) {
        List<String> columns = columns(source, table).stream().sorted().toList();
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (String column : columns) {
                    row.append(column)
                            .append('=')
                            .append(result.getString(column))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows.stream().sorted().toList();
    }

    private static List<String> columns(DataSource source, String table) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                columns.add(result.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return columns;
    }
}
