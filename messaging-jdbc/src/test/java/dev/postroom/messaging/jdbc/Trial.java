package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.jdbc.internal.transaction.OwnTransactions;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Makes a call on the same past again and again while something goes wrong, and tells by all rows there are whether the call
 * has happened whole or not at all.
 */
final class Trial {

    private static final int ATTEMPTS = 10;

    private final HazardSite site;
    private final DataSource database;
    private final JdbcStorage storage;
    private final Storage beside;
    private final Consumer<Storage> call;
    private final boolean joined;
    private final List<String> before;
    private final List<String> whole;
    private final long nanos;
    private boolean prepared;

    /**
     * Makes the call once while nothing goes wrong.
     *
     * @param site the tables, as somebody else sees them
     * @param database where the storage takes its connections from
     * @param storage where things go wrong
     * @param call what is done
     * @param joined whether in a transaction of a host that commits in any case
     */
    Trial(HazardSite site, DataSource database, JdbcStorage storage, Consumer<Storage> call, boolean joined) {
        this.site = site;
        this.database = database;
        this.storage = storage;
        this.beside = site.storage();
        this.call = call;
        this.joined = joined;
        before = prepare();
        succeed();
        nanos = succeed();
        prepared = false;
        whole = rows();
        assertThat(whole).as("rows that change").isNotEqualTo(before);
    }

    /**
     * Makes the call on the past while nothing goes wrong, and answers how long it took. A statement of H2 that was cancelled
     * too late fails when it runs the next time, so the call has some attempts.
     */
    private long succeed() {
        Optional<StorageException> failure = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            prepare();
            long began = System.nanoTime();
            failure = run(() -> {}, () -> {});
            if (failure.isEmpty()) {
                return System.nanoTime() - began;
            }
        }
        throw new AssertionError("the call fails while nothing goes wrong", failure.get());
    }

    /** How long the call takes while nothing goes wrong. */
    long nanos() {
        return nanos;
    }

    /**
     * Makes the call on the past.
     *
     * @param wrong begins to let something go wrong
     * @param afterwards ends it, before a host commits
     */
    Result make(Runnable wrong, Runnable afterwards) {
        if (!prepared) {
            prepare();
        }
        Optional<StorageException> failure = run(wrong, afterwards);
        List<String> after = rows();
        prepared = after.equals(before);
        return new Result(failure, prepared, after.equals(whole));
    }

    private List<String> prepare() {
        Tables.empty(site.pool(), site.prefix());
        RepeatableCalls.prepare(beside);
        prepared = true;
        return rows();
    }

    private Optional<StorageException> run(Runnable wrong, Runnable afterwards) {
        try {
            if (joined) {
                inTransaction(wrong, afterwards);
            } else {
                wrong.run();
                try {
                    call.accept(storage);
                } finally {
                    afterwards.run();
                }
            }
            return Optional.empty();
        } catch (StorageException e) {
            return Optional.of(e);
        }
    }

    private void inTransaction(Runnable wrong, Runnable afterwards) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            begin(connection);
            wrong.run();
            try {
                call.accept(storage.joined(storage.transaction(connection)));
            } finally {
                afterwards.run();
                commit(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Begins the transaction with a statement of the host's. PostgreSQL's driver sends BEGIN together with the first
     * statement, and if BEGIN is cancelled the statement runs as a transaction of its own: decision 21.
     */
    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** On a connection that broke there is nothing to commit, and a commit of a transaction that failed fails. */
    private static void commit(Connection connection) {
        try {
            if (!connection.isClosed()) {
                commitOrRollBack(connection);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            OwnTransactions.breakOff(connection);
        }
    }

    private static void commitOrRollBack(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
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

    /**
     * What became of a call.
     *
     * @param failure what it said if it failed
     * @param nothing whether all rows are as before
     * @param whole whether all rows are as after the call
     */
    record Result(Optional<StorageException> failure, boolean nothing, boolean whole) {

        /** Whether the call said what happened. */
        boolean isRight() {
            return failure.isPresent() ? nothing : whole;
        }

        @Override
        public String toString() {
            String rows = nothing ? "nothing" : whole ? "everything" : "a part";
            return rows + " is kept, and the call "
                    + failure.map(e -> "fails" + (e.transactionLost() ? " with the transaction lost: " : ": ")
                                    + e.getMessage())
                            .orElse("ends");
        }
    }
}
