package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a host writes itself: a table of orders in the same database. */
final class HostOrders {

    private final DataSource dataSource;

    /** Makes the table, empty. */
    HostOrders(DataSource dataSource) {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            connection
                    .createStatement()
                    .execute("create table if not exists host_order (name varchar(100) primary key)");
            connection.createStatement().execute("delete from host_order");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Connection connection, String name) {
        try (PreparedStatement insert = connection.prepareStatement("insert into host_order values (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is committed. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows =
                        connection.createStatement().executeQuery("select name from host_order order by name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }
}
