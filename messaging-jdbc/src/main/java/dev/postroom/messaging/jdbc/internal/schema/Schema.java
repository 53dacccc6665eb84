package dev.postroom.messaging.jdbc.internal.schema;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The tables, and one that says which files were run to make them.
 *
 * <p>Making a table commits, so a lock cannot be held on the connection that does it: a second one holds the lock row
 * meanwhile. Who dies half-way leaves statements of a file done; as each can be run again, the next one finishes it.
 */
public final class Schema {

    /** The row that is locked while migrations run. */
    static final int LOCK_ROW = 0;

    /** The name of that row. */
    static final String LOCK = "lock";

    private static final List<String> TABLES =
            List.of("thread", "member", "message", "deleted_message", "hidden_message", "star", "claim", "log");

    private final SqlRenderer names;
    private final Dialect dialect;
    private final SchemaFiles files;

    public Schema(SqlRenderer names, Dialect dialect, List<String> files) {
        this.names = names;
        this.dialect = dialect;
        this.files = new SchemaFiles(names, dialect, files);
    }

    /** Runs the files that were not run yet; several nodes may do so at once, one after the other will. */
    public void migrate(Jdbi jdbi, Handle guard) {
        if (!present(guard, "schema")) {
            refuseStrangers(guard);
            createVersions(guard);
        }
        if (missing(versions(guard)).isEmpty()) {
            return;
        }
        note(guard, LOCK_ROW, LOCK);
        lift(guard, true);
        guard.begin();
        boolean done = false;
        try {
            guard.createQuery(names.of(InstallationSql.LOCK_VERSIONS))
                    .mapTo(Integer.class)
                    .one();
            try (Handle handle = jdbi.open()) {
                lift(handle, true);
                for (int version : missing(versions(handle))) {
                    files.statements(version).forEach(handle::execute);
                    note(handle, version, files.name(version));
                }
                lift(handle, false);
            }
            done = true;
            guard.commit();
        } finally {
            if (!done) {
                guard.rollback();
            }
            lift(guard, false);
        }
    }

    /** A table of ours without the one that says which files were run is not of ours. */
    private void refuseStrangers(Handle handle) {
        Optional<String> stranger =
                TABLES.stream().filter(table -> present(handle, table)).findFirst();
        // Another node may have begun since we looked for it.
        if (stranger.isPresent() && !present(handle, "schema")) {
            String table = stranger.get();
            throw refused("the table " + names.of("$" + table) + " is there, and was not made by messaging-jdbc: choose"
                    + " another table prefix or schema");
        }
    }

    /** Some databases fail if another node makes the same table at the same moment; then it is there. */
    private void createVersions(Handle handle) {
        try {
            handle.execute(names.of(InstallationSql.CREATE_VERSIONS));
        } catch (JdbiException e) {
            refuseWithoutSchema(e);
            if (Failures.sql(e).filter(dialect.errors()::isDuplicate).isEmpty()) {
                throw e;
            }
        }
    }

    private void refuseWithoutSchema(JdbiException failure) {
        if (Failures.sql(failure).filter(dialect.errors()::isMissingSchema).isPresent()) {
            throw refused("the schema of the tables " + names.prefix() + "* is not there: make it first");
        }
    }

    /** Rewriting tables takes as long as it takes, and so does waiting for another node. */
    private void lift(Handle handle, boolean lifted) {
        handle.getConfig(SqlStatements.class).setQueryTimeout(0);
        try {
            dialect.transactions().lift(handle.getConnection(), lifted);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Refuses a database whose tables are not those of this version. */
    public void validate(Handle handle) throws SQLException {
        List<String> lacks = new ArrayList<>();
        for (int version : missing(present(handle, "schema") ? versions(handle) : Set.of())) {
            lacks.add("migration " + files.name(version));
        }
        if (!lacks.isEmpty()) {
            throw refused("the tables " + names.prefix() + "* lack " + String.join(", ", lacks)
                    + "; JdbcStorage.migrate(dataSource) or JdbcOptions.migrate() makes them");
        }
        TABLES.stream().filter(table -> !present(handle, table)).findFirst().ifPresent(table -> {
            throw refused("the table " + names.of("$" + table)
                    + " is gone, although its migration was run: it has to come" + " back from a backup");
        });
        dialect.validate(handle.getConnection(), names);
    }

    private List<Integer> missing(Set<Integer> done) {
        if (done.stream().anyMatch(version -> version > files.newest())) {
            throw refused("the schema was made by a newer version of messaging-jdbc");
        }
        List<Integer> missing = new ArrayList<>();
        for (int version = 1; version <= files.newest(); version++) {
            if (!done.contains(version)) {
                missing.add(version);
            }
        }
        return missing;
    }

    private Set<Integer> versions(Handle handle) {
        try {
            return new TreeSet<>(handle.createQuery(names.of(InstallationSql.VERSIONS))
                    .mapTo(Integer.class)
                    .list());
        } catch (JdbiException e) {
            if (Failures.sql(e).filter(dialect.errors()::isMissingColumn).isPresent()) {
                throw refused(
                        "the table " + names.of("$schema") + " is of another library: choose another table prefix");
            }
            throw e;
        }
    }

    private boolean present(Handle handle, String table) {
        try {
            handle.createQuery(names.of(InstallationSql.PROBE.formatted(table)))
                    .mapTo(Long.class)
                    .one();
            return true;
        } catch (JdbiException e) {
            refuseWithoutSchema(e);
            if (Failures.sql(e).filter(dialect.errors()::isMissingTable).isPresent()) {
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
            if (Failures.sql(e).filter(dialect.errors()::isDuplicate).isEmpty()) {
                throw e;
            }
        }
    }

    private static StorageException refused(String what) {
        return new StorageException(what, false, false, null);
    }
}
