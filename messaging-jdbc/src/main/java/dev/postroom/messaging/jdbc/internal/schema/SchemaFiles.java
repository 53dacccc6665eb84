package dev.postroom.messaging.jdbc.internal.schema;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.model.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The numbered files of plain SQL that make the tables. */
public final class SchemaFiles {

    /** The files in their order; the first has the number 1. None is changed once it is released. */
    public static final List<String> RELEASED = List.of("001-threads-and-messages.sql");

    private final SqlRenderer names;
    private final Dialect dialect;
    private final List<String> files;

    public SchemaFiles(SqlRenderer names, Dialect dialect, List<String> files) {
        this.names = names;
        this.dialect = dialect;
        this.files = files;
    }

    /** The highest number of a file. */
    int newest() {
        return files.size();
    }

    String name(int version) {
        return files.get(version - 1);
    }

    /** The statements of one file, each without its semicolon. */
    public List<String> statements(int version) {
        return Arrays.stream(read(name(version)).split(";\\s*\\n"))
                .map(SchemaFiles::withoutComments)
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(names::laidOut)
                .toList();
    }

    /** All there is to run on an empty database, with the notes of what was run. */
    public List<String> script() {
        List<String> script = new ArrayList<>(List.of(names.laidOut(InstallationSql.CREATE_VERSIONS)));
        script.add(note(Schema.LOCK_ROW, Schema.LOCK));
        for (int version = 1; version <= newest(); version++) {
            script.addAll(statements(version));
            script.add(note(version, name(version)));
        }
        return script;
    }

    private String note(int version, String name) {
        return names.laidOut(InstallationSql.ADD_VERSION)
                .replace(":version", Integer.toString(version))
                .replace(":name", "'" + name + "'");
    }

    private static String withoutComments(String statement) {
        return statement.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    }

    private String read(String file) {
        String path = dialect.folder() + "/" + file;
        try (InputStream in = SchemaFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw Failures.fault(path + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StorageException("reading " + path + " from the jar failed", false, false, e);
        }
    }
}
