package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever statement of a call does nothing without a word: the call either fails and leaves nothing, or it has done all
 * that it does otherwise.
 */
abstract class SilentStatementSuites {

    private HazardSite site;
    private SilentStatements database;
    private JdbcStorage storage;

    /** The tables, which are empty. */
    abstract HazardSite site();

    @BeforeEach
    void start() {
        site = site();
        database = new SilentStatements(site.pool(), site.prefix());
        storage = JdbcStorage.open(
                database, site.options().keptStatements(0).fanOutLimit(4).migrate());
    }

    @AfterEach
    void end() {
        site.giveBack().run();
    }

    static Stream<String> calls() {
        return SilentCalls.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallOfItsOwnIsWholeOrNothing(String name) {
        check(name, SilentCalls.all().get(name), false);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallInATransactionIsWholeOrNothing(String name) {
        check(name, SilentCalls.all().get(name), true);
    }

    private void check(String name, Consumer<Storage> call, boolean joined) {
        List<String> before = prepared();
        assertThat(failed(call, joined)).isFalse();
        List<String> whole = rows();
        assertThat(whole).as("%s changes something", name).isNotEqualTo(before);
        int statement = 1;
        boolean reached = true;
        for (; reached; statement++) {
            prepared();
            database.silence(statement);
            boolean failed = failed(call, joined);
            reached = database.isReached();
            database.silence(0);
            assertThat(rows())
                    .as(
                            "%s, when statement %s does nothing, and the call %s",
                            name, statement, failed ? "fails" : "ends")
                    .isEqualTo(failed ? before : whole);
        }
        assertThat(statement).as("statements that change something").isGreaterThan(2);
    }

    private List<String> prepared() {
        Tables.empty(site.pool(), site.prefix());
        SilentCalls.prepare(storage);
        return rows();
    }

    private boolean failed(Consumer<Storage> call, boolean joined) {
        try {
            if (joined) {
                joined(call);
            } else {
                call.accept(storage);
            }
            return false;
        } catch (StorageException e) {
            assertThat(e.transactionLost()).isFalse();
            assertThat(e.retryCanHelp()).isTrue();
            return true;
        }
    }

    /** A host that commits in any case. */
    private void joined(Consumer<Storage> call) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                call.accept(storage.joined(storage.transaction(connection)));
            } finally {
                connection.commit();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows, without the numbers of the log. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : Tables.OF_DOMAIN) {
            Tables.rows(site.pool(), site.prefix() + table).stream()
                    .map(row -> table + " " + (table.equals("log") ? row.replaceFirst("\\bid=\\d+", "") : row))
                    .sorted()
                    .forEach(rows::add);
        }
        return rows;
    }
}
