package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How storages are opened, and what they do with connections. */
class JdbcStorageTest {

    private final ThreadId thread = newThread();

    private static List<String> texts(Storage storage, ThreadId thread) {
        return seen(storage, BOB, thread).stream().map(MessageView::text).toList();
    }

    @Nested
    class Embedded {

        @TempDir
        private Path folder;

        @Test
        void whatWasWrittenIsThereAfterReopening() {
            Path file = folder.resolve("not/yet/there");
            try (JdbcStorage storage = JdbcStorage.embedded(file)) {
                storage.threads().create(group(thread, 0));
                storage.messages().append(append(BOB, thread, message("Tomorrow 😀")));
            }
            try (JdbcStorage storage = JdbcStorage.embedded(file)) {
                assertThat(texts(storage, thread)).containsExactly("When can you come?", "Tomorrow 😀");
                assertThat(storage.inspection().selfCheck()).isEmpty();
            }
        }

        @Test
        void aDatabaseOpenInAnotherProcessIsRefusedWithTheRemedy() throws IOException, InterruptedException {
            Path file = folder.resolve("shared");
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                assertThat(other.inputReader().readLine()).isEqualTo("open");
                assertThatThrownBy(() -> JdbcStorage.embedded(file))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("another process")
                        .hasMessageContaining("JdbcStorage.open");
            } finally {
                other.destroyForcibly().waitFor();
            }
            try (JdbcStorage storage = JdbcStorage.embedded(file)) {
                assertThat(storage.inspection().selfCheck()).isEmpty();
            }
        }

        @Test
        void interruptedJavaThreadsHarmNobody() throws InterruptedException {
            try (JdbcStorage storage = JdbcStorage.embedded(folder.resolve("interrupted"))) {
                storage.threads().create(group(thread, 0));
                for (int i = 0; i < 30; i++) {
                    Thread.currentThread().interrupt();
                    storage.messages().append(append(BOB, thread, message("interrupted")));
                    Thread.interrupted();
                }
                assertThat(texts(storage, thread)).hasSize(31);
            }
        }

        @Test
        void aPathThatCannotBeOneIsRefused() throws IOException {
            Path file = Files.createFile(folder.resolve("file"));
            assertThatThrownBy(() -> JdbcStorage.embedded(file.resolve("below")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot be opened");
            assertThatThrownBy(() -> JdbcStorage.embedded(folder.resolve("a;INIT=x")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("semicolon");
        }

        @Test
        void nothingIsLoggedBesideTheDatabase() throws IOException {
            try (JdbcStorage storage = JdbcStorage.embedded(folder.resolve("quiet"))) {
                storage.threads().create(group(thread, 0));
                assertThatThrownBy(() -> storage.threads().create(group(thread, 0)))
                        .isInstanceOf(StorageException.class);
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("quiet.mv.db", "quiet.mv.db.lock");
            }
        }
    }

    @Nested
    class OnADataSource {

        private final JdbcConnectionPool pool = H2Fixture.pool();

        @Test
        void missingTablesAreNamedWithTheRemedy() {
            assertThatThrownBy(() -> JdbcStorage.open(pool))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("001-threads-and-messages.sql")
                    .hasMessageContaining("JdbcStorage.migrate");
        }

        @Test
        void aTableThatIsGoneIsNamed() throws SQLException {
            JdbcStorage.migrate(pool);
            execute("drop table postroom_star");
            assertThatThrownBy(() -> JdbcStorage.open(pool))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("postroom_star");
        }

        @Test
        void aNewerSchemaIsRefused() throws SQLException {
            JdbcStorage.migrate(pool);
            execute("insert into postroom_schema (version, name) values (1000, 'later')");
            assertThatThrownBy(() -> JdbcStorage.open(pool))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer");
        }

        @Test
        void severalMayMigrateAtOnce() throws InterruptedException, ExecutionException {
            ExecutorService nodes = Executors.newFixedThreadPool(8);
            try {
                List<Future<?>> done = Stream.generate(() -> nodes.submit(() -> JdbcStorage.migrate(pool)))
                        .limit(8)
                        .<Future<?>>map(future -> future)
                        .toList();
                for (Future<?> node : done) {
                    node.get();
                }
            } finally {
                nodes.shutdown();
            }
            assertThat(JdbcStorage.open(pool).inspection().selfCheck()).isEmpty();
        }

        @Test
        void twoPrefixesAreTwoStorages() {
            JdbcOptions options = JdbcOptions.defaults().migrate();
            JdbcStorage one = JdbcStorage.open(pool, options.tablePrefix("one_"));
            JdbcStorage two = JdbcStorage.open(pool, options.tablePrefix("two_"));
            one.threads().create(group(thread, 0));
            assertThat(texts(one, thread)).hasSize(1);
            assertThat(texts(two, thread)).isEmpty();
        }

        @Test
        void theScriptMakesWhatIsMissing() throws SQLException {
            for (String statement : JdbcStorage.migrationScript(pool, JdbcOptions.defaults())) {
                execute(statement);
            }
            JdbcStorage.open(pool);
        }

        @Test
        void aPoolWithAutocommitOffLosesNothing() throws SQLException {
            DataSource off = new AutocommitOff(pool);
            JdbcStorage storage = JdbcStorage.open(off, JdbcOptions.defaults().migrate());
            storage.threads().create(group(thread, 0));
            storage.messages().append(append(BOB, thread, message("Tomorrow")));
            storage.positions().move(as(ANNA), Move.ARCHIVE, new dev.postroom.messaging.model.Position(thread, 2), NOW);
            storage.stars().setThread(as(BOB), thread, true, NOW);

            JdbcStorage other = JdbcStorage.open(pool);
            assertThat(texts(other, thread)).hasSize(2);
            assertThat(other.boxes()
                            .find(as(ANNA), thread, 10)
                            .orElseThrow()
                            .mine()
                            .archived())
                    .isTrue();
            assertThat(other.boxes()
                            .find(as(BOB), thread, 10)
                            .orElseThrow()
                            .mine()
                            .threadStarred())
                    .isTrue();
            try (Connection connection = off.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"IGNORECASE=TRUE", "MODE=Oracle", "COLLATION=English"})
        void aDatabaseThatDoesNotKeepTextsAsTheyAreIsRefused(String setting) throws SQLException {
            JdbcConnectionPool other = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
            try (Connection connection = other.getConnection()) {
                connection.createStatement().execute("set " + setting.replace('=', ' '));
                assertThatThrownBy(() -> JdbcStorage.migrate(other))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("as they are");
            } finally {
                other.dispose();
            }
        }

        @Test
        void anotherIsolationIsPutRight() throws SQLException {
            JdbcStorage.migrate(pool);
            try (Connection connection = pool.getConnection()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            }
            JdbcStorage storage = JdbcStorage.open(pool);
            storage.threads().create(group(thread, 0));
            assertThat(texts(storage, thread)).hasSize(1);
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        }

        @Test
        void whatIsDoneInsideATransactionEndsWithIt() throws SQLException {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Storage joined = storage.joined(storage.transaction(connection));
                joined.threads().create(group(thread, 0));
                joined.messages().append(append(BOB, thread, message("Tomorrow")));
                assertThat(texts(joined, thread)).hasSize(2);
                assertThat(connection.getAutoCommit()).isFalse();
                connection.rollback();
            }
            assertThat(texts(storage, thread)).isEmpty();
        }

        @Test
        void aFailureInsideATransactionLeavesNoHalf() throws SQLException {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
            var twice = message("Tomorrow");
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Storage joined = storage.joined(storage.transaction(connection));
                joined.threads().create(group(thread, 0));
                joined.messages().append(append(BOB, thread, twice));
                assertThatThrownBy(() -> joined.messages().append(append(BOB, thread, twice)))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                failure -> assertThat(failure.transactionLost()).isFalse());
                connection.commit();
            }
            assertThat(texts(storage, thread)).containsExactly("When can you come?", "Tomorrow");
            assertThat(storage.inspection().selfCheck()).isEmpty();
        }

        @Test
        void anUnknownDatabaseIsRefusedWithWhatIsSupported() {
            DataSource derby = new RenamedProduct(pool, "Apache Derby");
            assertThatThrownBy(() -> JdbcStorage.open(derby))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Apache Derby")
                    .hasMessageContaining("H2");
        }

        @Test
        void closingLeavesTheDataSourceOpen() throws SQLException {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
            storage.close();
            storage.close();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }

        private void execute(String statement) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @Test
    void aLockThatWasHeldTooLongShowsNoContent() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=50;QUERY_CACHE_SIZE=256", "sa", "");
        JdbcStorage storage = JdbcStorage.open(
                pool, JdbcOptions.defaults().timeout(Duration.ofSeconds(1)).migrate());
        storage.threads().create(group(thread, 0));
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            storage.joined(storage.transaction(connection)).messages().append(append(BOB, thread, message("4711")));
            assertThatThrownBy(() -> storage.messages().append(append(ANNA, thread, message("4711"))))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            failure -> assertThat(failure.retryCanHelp()).isTrue())
                    .satisfies(failure -> assertThat(printed(failure)).doesNotContain("4711", "Roof", "u:anna"));
            connection.rollback();
        }
        pool.dispose();
    }

    @Test
    void aPoolWithoutAConnectionSaysSoAndThatItPasses() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection()) {
                assertThat(one).isNotSameAs(two);
                assertThatThrownBy(() -> storage.threads().create(group(thread, 0)))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                failure -> assertThat(failure.retryCanHelp()).isTrue())
                        .rootCause()
                        .hasMessageContaining("Connection is not available");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRICT", "MSSQLServer"})
    void aModeThatDoesNotReadAllStatementsIsRefused(String mode) {
        JdbcConnectionPool other =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=" + mode, "sa", "");
        assertThatThrownBy(() -> JdbcStorage.migrate(other))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(mode);
        other.dispose();
    }

    private static String printed(Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        return printed.toString();
    }

    @Test
    void noFailureShowsAText() {
        JdbcConnectionPool pool = H2Fixture.pool();
        JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
        storage.threads().create(group(thread, 0));
        String secret = "the code of the door is 4711 ".repeat(40_000);
        assertThat(storage.messages().append(append(BOB, thread, message("short"))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThatThrownBy(() -> storage.messages().append(append(BOB, thread, message(secret))))
                .isInstanceOf(StorageException.class)
                .satisfies(failure -> assertThat(printed(failure)).doesNotContain("4711"));
        pool.dispose();
    }
}
