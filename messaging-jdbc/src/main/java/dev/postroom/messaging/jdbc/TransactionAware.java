package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.InvalidException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds data sources that hand out the connection of the host's running transaction. An operation of its own on such a
 * connection would switch autocommit on, and that commits the host's transaction.
 */
final class TransactionAware {

    /** Classes that a proxy may wrap; it says so by {@code isWrapperFor}. */
    private static final List<String> KNOWN =
            List.of("org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy");

    /** The part that the names of such classes have in common, in Spring and in frameworks that follow it. */
    private static final String NAME = "TransactionAware";

    private TransactionAware() {}

    static void refuse(DataSource dataSource) {
        found(dataSource).ifPresent(name -> {
            throw new InvalidException(
                    "dataSource",
                    "hands out connections of the host's running transaction (" + name + "), which an operation of its"
                            + " own would commit: give the DataSource behind it, or join running transactions with"
                            + " JdbcStorage.open(ConnectionSource.of(dataSource, () -> …), options)");
        });
    }

    private static Optional<String> found(DataSource dataSource) {
        for (@Nullable Class<?> type = dataSource.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().contains(NAME)) {
                return Optional.of(type.getName());
            }
        }
        return KNOWN.stream().filter(name -> wraps(dataSource, name)).findFirst();
    }

    private static boolean wraps(DataSource dataSource, String name) {
        return loaders(dataSource).flatMap(loader -> load(name, loader)).anyMatch(type -> wraps(dataSource, type));
    }

    private static boolean wraps(DataSource dataSource, Class<?> type) {
        try {
            return dataSource.isWrapperFor(type);
        } catch (SQLException | AbstractMethodError e) {
            // It does not know what it wraps; many do not.
            return false;
        }
    }

    /** Whoever wraps such a class knows it; an application server may know it for the Java thread alone. */
    private static Stream<ClassLoader> loaders(DataSource dataSource) {
        List<ClassLoader> loaders = new ArrayList<>();
        ClassLoader own = dataSource.getClass().getClassLoader();
        if (own != null) {
            loaders.add(own);
        }
        ClassLoader current = Thread.currentThread().getContextClassLoader();
        if (current != null) {
            loaders.add(current);
        }
        return loaders.stream().distinct();
    }

    private static Stream<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Stream.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }
}
