package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.internal.box.SummarySql;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.session.KeptStatement;
import dev.postroom.messaging.jdbc.internal.session.KeptStatements;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that MariaDB's connections keep under a name, and connections that do not. */
class KeptStatementsTest {

    private static final int BEFORE = 5;
    private static final int UNKNOWN = 1243;

    private final String prefix = TestServer.MARIADB.takePrefix();
    private final ServerTrips trips = ServerTrips.to(TestServer.MARIADB);
    private final JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix);
    private final JdbcStorage storage = JdbcStorage.open(trips.source(), options.migrate());
    private final ThreadId thread = newThread();

    @BeforeEach
    void start() {
        storage.threads().create(group(thread, 1));
        trips.take();
    }

    @AfterEach
    void end() {
        trips.close();
        TestServer.MARIADB.giveBack(TestServer.MARIADB.pool(), prefix);
    }

    private void find() {
        assertThat(storage.boxes().find(as(BOB), thread, 20)).isPresent();
    }

    private void send(Storage to) {
        assertThat(to.messages().append(append(BOB, thread, message("Yes, at 9: 'sure' \\ \"ok\""))))
                .isInstanceOf(SendOutcome.Stored.class);
    }

    private List<Integer> tripsOf(int times, Runnable call) {
        List<Integer> each = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            call.run();
            each.add(trips.take());
        }
        return each;
    }

    private static List<Integer> ones(int times) {
        return IntStream.range(0, times).mapToObj(i -> 1).toList();
    }

    @Test
    void whatIsAskedOftenIsKeptAndThenTakesOneTripAgain() {
        assertThat(tripsOf(BEFORE, this::find)).isEqualTo(ones(BEFORE));
        assertThat(tripsOf(1, this::find)).isEqualTo(List.of(3));
        assertThat(tripsOf(BEFORE, this::find)).isEqualTo(ones(BEFORE));
    }

    @Test
    void aSendIsKeptToo() {
        assertThat(tripsOf(BEFORE + 3, () -> send(storage))).isEqualTo(List.of(1, 1, 1, 1, 1, 3, 1, 1));
        assertThat(seen(storage, BOB, thread)).hasSize(1 + BEFORE + 3);
    }

    @Test
    void whatAConnectionHasForgottenItKeepsAgain() throws SQLException {
        tripsOf(BEFORE + 1, this::find);
        try (Connection connection = trips.source().getConnection();
                Statement statement = connection.createStatement()) {
            SqlRenderer names = Opening.names(trips.source(), options);
            String name = KeptStatement.of(names.of(SummarySql.FIND)).name();
            statement.execute("deallocate prepare " + name);
        }
        trips.take();
        assertThat(tripsOf(3, this::find)).isEqualTo(List.of(3, 1, 1));
    }

    @Test
    void inATransactionOfTheHostsNothingIsLostByIt() throws SQLException {
        try (Connection connection = trips.source().getConnection()) {
            connection.setAutoCommit(false);
            Storage joined = storage.joined(storage.transaction(connection));
            for (int i = 0; i < BEFORE + 3; i++) {
                send(joined);
            }
            connection.rollback();
            assertThat(seen(storage, BOB, thread)).hasSize(1);
            for (int i = 0; i < 3; i++) {
                send(joined(connection));
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(seen(storage, BOB, thread)).hasSize(1 + 3);
    }

    /** The server reads a block anew by itself then, and fails at its parameters. */
    @Test
    void aTableThatChangesFailsNothing() throws SQLException {
        tripsOf(BEFORE + 2, () -> send(storage));
        tripsOf(BEFORE + 2, this::find);
        for (String change : List.of("log comment 'x'", "member add column more int", "message comment 'y'")) {
            Tables.execute(TestServer.MARIADB.pool(), List.of("alter table " + prefix + change));
            send(storage);
            find();
        }
        Tables.execute(TestServer.MARIADB.pool(), List.of("alter table " + prefix + "thread comment 'z'"));
        try (Connection connection = trips.source().getConnection()) {
            connection.setAutoCommit(false);
            send(joined(connection));
            connection.commit();
            connection.setAutoCommit(true);
        }
        Tables.execute(TestServer.MARIADB.pool(), List.of("alter table " + prefix + "member drop column more"));
        assertThat(tripsOf(3, () -> send(storage))).endsWith(1, 1);
        assertThat(seen(storage, BOB, thread)).hasSize(1 + BEFORE + 2 + 3 + 1 + 3);
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }

    @Test
    void noneAreKeptIfTheHostWantsNone() {
        JdbcStorage none = JdbcStorage.open(trips.source(), options.keptStatements(0));
        trips.take();
        assertThat(tripsOf(BEFORE + 3, () -> send(none))).isEqualTo(ones(BEFORE + 3));
    }

    private Storage joined(Connection connection) {
        return storage.joined(storage.transaction(connection));
    }

    /** What the driver prepares cannot itself prepare. */
    @Test
    void whereTheDriverPreparesNothingIsKept() {
        String url = TestServer.MARIADB.url() + "&useServerPrepStmts=true";
        try (HikariDataSource preparing = TestServer.pool(url, true, 1)) {
            JdbcStorage other = JdbcStorage.open(preparing, options);
            for (int i = 0; i < BEFORE + 3; i++) {
                send(other);
                assertThat(other.boxes().find(as(BOB), thread, 20)).isPresent();
            }
        }
        assertThat(seen(storage, BOB, thread)).hasSize(1 + BEFORE + 3);
    }

    @Test
    void theNameOfAStatementBeginsWithItsOperation() {
        assertThat(KeptStatement.of("/* postroom inbox */ select 1").name()).matches("postroom_inbox_[0-9a-f]{32}");
        assertThat(KeptStatement.of("/* postroom a name that is much too long */ select 1")
                        .name())
                .matches("postroom_a_name_that_is_much_to_[0-9a-f]{32}")
                .hasSize(64);
        assertThat(KeptStatement.of("select 1").name()).matches("postroom_[0-9a-f]{32}");
    }

    /** Such as something in between that gives each statement to another connection. */
    @Test
    void whatIsNeverKeptIsGivenUp() {
        try (Handle handle = Jdbi.open(TestServer.MARIADB.pool())) {
            KeptStatement statement = KeptStatement.of("select :one");
            List<String> asked = new ArrayList<>();
            KeptStatements all = new KeptStatements(1);
            IntStream.rangeClosed(0, BEFORE).forEach(i -> all.of("select 1"));
            assertThat(all.of("select 1")).isPresent();
            String answer = all.run(statement, handle, sent -> {
                asked.add(sent);
                if (sent.startsWith("execute")) {
                    throw new UnableToExecuteStatementException(new SQLException("unknown", "HY000", UNKNOWN), null);
                }
                return "answer";
            });
            assertThat(answer).isEqualTo("answer");
            assertThat(asked).containsExactly(statement.running(), statement.running(), "select :one");
            assertThat(all.of("select 1")).isEmpty();
        }
    }

    /** A pool may have its connections forget everything each time. */
    @Test
    void whatIsMostlyForgottenIsGivenUp() {
        KeptStatements statements = new KeptStatements(1);
        IntStream.rangeClosed(0, BEFORE).forEach(i -> statements.of("select 1"));
        IntStream.range(0, 10_001).forEach(i -> statements.found());
        IntStream.range(0, 10_001).forEach(i -> statements.missed());
        assertThat(statements.of("select 1")).isPresent();
        statements.missed();
        assertThat(statements.of("select 1")).isEmpty();
    }

    @Test
    void onlySoManyAreKept() {
        KeptStatements statements = new KeptStatements(3);
        Supplier<Long> kept = () -> IntStream.range(0, 100)
                .filter(i -> statements.of("select " + i).isPresent())
                .count();
        for (int i = 0; i < BEFORE; i++) {
            assertThat(kept.get()).isZero();
        }
        assertThat(kept.get()).isEqualTo(3);
        assertThat(kept.get()).isEqualTo(3);
        statements.giveUp();
        assertThat(kept.get()).isZero();
    }

    @Test
    void aParameterStandsForItselfHoweverOftenItIsNamed() {
        KeptStatement statement = KeptStatement.of("select :a, :b, :a");
        assertThat(statement.marked()).isEqualTo("select ?, ?, ?");
        assertThat(statement.running()).isEqualTo("execute " + statement.name() + " using :a, :b, :a");
        assertThat(KeptStatement.of("select :a, :b, :a")).isEqualTo(statement);
        assertThat(KeptStatement.of("select :a, :b").name()).isNotEqualTo(statement.name());
    }
}
