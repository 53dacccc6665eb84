package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The tables: numbered files of plain SQL, and a table that says which of them were run. Every statement can be run again,
 * so several nodes may migrate at once and one that died half-way is finished by the next.
 */
final class Schema {

    /** The files in their order; the first has the number 1. None is ever changed once released. */
    private static final List<String> FILES = List.of("001-threads-and-messages.sql");

    private static final List<String> TABLES =
            List.of("thread", "member", "message", "gone", "mark", "star", "claim", "log");

    private final Names names;
    private final Dialect dialect;

    Schema(Names names, Dialect dialect) {
        this.names = names;
        this.dialect = dialect;
    }

    void migrate(Handle handle) {
        handle.execute(names.of(InstallationSql.CREATE_VERSIONS));
        Set<Integer> done = refuseNewer(versions(handle));
        for (int version = 1; version <= FILES.size(); version++) {
            if (!done.contains(version)) {
                String file = FILES.get(version - 1);
                statements(file).forEach(handle::execute);
                note(handle, version, file);
            }
        }
    }

    /** Refuses a database whose tables are not those of this version. */
    void validate(Handle handle) throws SQLException {
        dialect.validate(handle.getConnection());
        Set<Integer> done = refuseNewer(present(handle, "schema") ? versions(handle) : Set.of());
        List<String> missing = new ArrayList<>();
        for (int version = 1; version <= FILES.size(); version++) {
            if (!done.contains(version)) {
                missing.add("migration " + FILES.get(version - 1));
            }
        }
        if (missing.isEmpty()) {
            TABLES.stream()
                    .filter(table -> !present(handle, table))
                    .forEach(table -> missing.add("table " + names.of("$" + table)));
        }
        if (!missing.isEmpty()) {
            throw refused(
                    "the schema with the table prefix \"" + names.of("$") + "\" lacks " + String.join(", ", missing)
                            + "; JdbcStorage.migrate(dataSource) or JdbcOptions.migrate() makes it");
        }
    }

    /** The statements of all files, for whoever runs them by other means. */
    List<String> script() {
        return FILES.stream().flatMap(file -> statements(file).stream()).toList();
    }

    private static Set<Integer> refuseNewer(Set<Integer> done) {
        if (done.stream().anyMatch(version -> version > FILES.size())) {
            throw refused("the schema was made by a newer version of messaging-jdbc");
        }
        return done;
    }

    private Set<Integer> versions(Handle handle) {
        return new TreeSet<>(handle.createQuery(names.of(InstallationSql.VERSIONS))
                .mapTo(Integer.class)
                .list());
    }

    private boolean present(Handle handle, String table) {
        try {
            handle.createQuery(names.of("select count(*) from $" + table + " where 1 = 0"))
                    .mapTo(Long.class)
                    .one();
            return true;
        } catch (JdbiException e) {
            if (Failures.sql(e).filter(dialect::isMissingTable).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private void note(Handle handle, int version, String file) {
        try {
            handle.createUpdate(names.of(InstallationSql.ADD_VERSION))
                    .bind("version", version)
                    .bind("name", file)
                    .execute();
        } catch (JdbiException e) {
            if (Failures.sql(e).filter(dialect::isDuplicate).isEmpty()) {
                throw e;
            }
        }
    }

    private List<String> statements(String file) {
        return Arrays.stream(read(file).split(";\\s*\\n"))
                .map(Schema::withoutComments)
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(names::of)
                .toList();
    }

    private static String withoutComments(String statement) {
        return statement.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    }

    private String read(String file) {
        String path = "schema/" + dialect.folder() + "/" + file;
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw Failures.fault(path + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StorageException("reading " + path + " from the jar failed", false, false, e);
        }
    }

    private static StorageException refused(String what) {
        return new StorageException(what, false, false, null);
    }
}
