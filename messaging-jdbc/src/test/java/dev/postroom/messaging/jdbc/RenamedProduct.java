package dev.postroom.messaging.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that says to be another one. */
final class RenamedProduct extends DataSourceBeforeAnother {

    private final String name;

    RenamedProduct(DataSource source, String name) {
        super(source);
        this.name = name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("getMetaData")
                        ? proxy(DatabaseMetaData.class, (meta, question, none) -> name)
                        : method.invoke(connection, arguments));
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
