package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How tables are made, found and left alone, for the databases that extend this. */
abstract class SchemaSuites {

    private static final String OTHERS = "postroom_others";

    /** Every table but the one of migrations. */
    private static final Pattern OURS = Pattern.compile(
            "postroom_(thread|member|message|deleted_message|hidden_message|star|claim|log)", Pattern.CASE_INSENSITIVE);

    /** Columns whose names say all. */
    private static final Set<String> NAMED_WELL = Set.of(
            "tenant",
            "id",
            "thread_id",
            "seq",
            "subject",
            "text",
            "created_at",
            "joined_at",
            "left_at",
            "closed_at",
            "closed_by");

    private final DataSource source = source();
    private final JdbcOptions options = JdbcOptions.defaults();

    /** A database without tables of ours. */
    abstract DataSource source();

    /** Makes a schema. */
    abstract String create(String schema);

    /** Removes a schema with all that is in it. */
    abstract String drop(String schema);

    @AfterEach
    void clear() {
        Tables.execute(source, List.of(drop(OTHERS)));
        Tables.drop(source, "postroom_");
    }

    private static boolean holds(JdbcStorage storage, ThreadId thread) {
        return !seen(storage, BOB, thread).isEmpty();
    }

    @Test
    void eachTableSaysWhatItsRowsAre() throws SQLException {
        JdbcStorage.open(source, options.migrate());
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            Map<String, String> tables = remarks(data.getTables(null, null, "%", null), "TABLE_NAME");
            tables.keySet().removeIf(table -> !OURS.matcher(table).matches());
            assertThat(tables)
                    .hasSize(8)
                    .allSatisfy((table, comment) -> assertThat(comment).isNotBlank());
            for (String table : tables.keySet()) {
                Map<String, String> columns = remarks(data.getColumns(null, null, table, "%"), "COLUMN_NAME");
                columns.keySet().removeIf(column -> NAMED_WELL.contains(column.toLowerCase(Locale.ROOT)));
                assertThat(columns)
                        .allSatisfy((column, comment) -> assertThat(comment).isNotBlank());
            }
        }
    }

    private static Map<String, String> remarks(ResultSet found, String name) throws SQLException {
        Map<String, String> remarks = new TreeMap<>();
        try (found) {
            while (found.next()) {
                remarks.put(
                        found.getString(name),
                        String.valueOf(found.getString("REMARKS")).replace("null", ""));
            }
        }
        return remarks;
    }

    @Test
    void nodesThatStartAtOnceMakeTheTablesOnce() throws InterruptedException, ExecutionException {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> started = Stream.generate(
                            () -> nodes.submit(() -> JdbcStorage.open(source, options.migrate())))
                    .limit(4)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> node : started) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(JdbcStorage.open(source).inspection().selfCheck()).isEmpty();
    }

    @Test
    void whoDiedAfterAnyStatementIsNoObstacle() {
        List<String> script = JdbcStorage.migrationScript(source, options);
        for (int done = 1; done < script.size(); done++) {
            Tables.execute(source, script.subList(0, done));
            JdbcStorage storage = JdbcStorage.open(source, options.migrate());
            ThreadId thread = newThread();
            storage.threads().create(group(thread, 0));
            assertThat(holds(storage, thread)).as("after %s statements", done).isTrue();
            Tables.drop(source, "postroom_");
        }
    }

    @Test
    void thePrintedScriptMakesEverything() throws IOException {
        StringBuilder script = new StringBuilder();
        JdbcStorage.printMigration(source, options, script);
        Tables.execute(
                source,
                Stream.of(script.toString().split(";\\s*\\n"))
                        .filter(text -> !text.isBlank())
                        .toList());
        assertThat(JdbcStorage.open(source).inspection().selfCheck()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsMade() {
        assertThatThrownBy(() -> JdbcStorage.open(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("001-threads-and-messages.sql");
        JdbcStorage.open(source, options.migrate());
        Tables.execute(source, List.of("drop table postroom_star"));
        assertThatThrownBy(() -> JdbcStorage.open(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("postroom_star");
        assertThatThrownBy(() -> JdbcStorage.open(source, options.migrate()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("postroom_star")
                .hasMessageContaining("backup");
    }

    @Test
    void whoLooksAfterTheTablesIsNotAsked() {
        JdbcStorage storage = JdbcStorage.open(source, options.schemaMode(SchemaMode.NONE));
        ThreadId thread = newThread();
        assertThatThrownBy(() -> storage.threads().create(group(thread, 0))).isInstanceOf(StorageException.class);
        JdbcStorage.migrate(source);
        storage.threads().create(group(thread, 0));
        assertThat(holds(storage, thread)).isTrue();
    }

    @Test
    void aSchemaIsAWorldOfItsOwn() {
        Tables.execute(source, List.of(create(OTHERS)));
        JdbcStorage there = JdbcStorage.open(source, options.schema(OTHERS).migrate());
        assertThatThrownBy(() -> JdbcStorage.open(source)).isInstanceOf(StorageException.class);
        JdbcStorage here = JdbcStorage.open(source, options.migrate());
        ThreadId thread = newThread();
        there.threads().create(group(thread, 0));
        assertThat(holds(there, thread)).isTrue();
        assertThat(holds(here, thread)).isFalse();
        assertThat(there.inspection().selfCheck()).isEmpty();
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> JdbcStorage.open(source, options.schema(OTHERS).migrate()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(OTHERS)
                .hasMessageContaining("is not there");
    }

    @Test
    void aTableOfAnotherLibraryIsNotTouched() {
        Tables.execute(source, List.of("create table postroom_member (id int primary key)"));
        Tables.execute(source, List.of("insert into postroom_member (id) values (4711)"));
        assertThatThrownBy(() -> JdbcStorage.open(source, options.migrate()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("postroom_member")
                .hasMessageContaining("prefix");
        assertThat(Tables.count(source, "postroom_member where id = 4711")).isOne();
        assertThatThrownBy(() -> Tables.count(source, "postroom_schema")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableOfVersionsThatIsNotOursIsNotTouched() {
        Tables.execute(source, List.of("create table postroom_schema (id int primary key)"));
        assertThatThrownBy(() -> JdbcStorage.open(source, options.migrate()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("another library");
        assertThat(Tables.count(source, "postroom_schema")).isZero();
    }
}
