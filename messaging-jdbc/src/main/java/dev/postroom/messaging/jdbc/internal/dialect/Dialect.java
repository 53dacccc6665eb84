package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.failure.ErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The differences between databases. Queries are written so that all databases understand them; a write is a plan, which each
 * dialect renders.
 */
public interface Dialect {

    /** The meaning of its error codes. */
    ErrorCodes errors();

    /** The rules of its transactions. */
    TransactionRules transactions();

    /** The texts of macros. */
    SqlMacros macros();

    /**
     * Whether a query for the newest messages of each thread joins a table of offsets: a join here reads no range of an
     * index that differs from row to row.
     */
    default boolean joinsOffsets() {
        return false;
    }

    /** The schema that a connection is in. */
    default String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** A name as it is written in a statement. */
    default String quoted(String name) {
        return '"' + name + '"';
    }

    /** The folder of the schema's files. */
    String folder();

    /** Registers how lists are bound, so that the tables of {@link SqlMacros} can read them. */
    default void configure(Jdbi jdbi) {
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Integer.class, "integer");
    }

    /** Puts a change and its log rows into one statement. */
    String logged(LoggedChange change);

    /** Whether such a statement tells how many rows changed by a row of its own, instead of as other updates do. */
    default boolean answersChanges() {
        return false;
    }

    /** Makes an insert one that does nothing if the row is there; it may also fail with a duplicate. */
    default String claiming(String insert) {
        return insert;
    }

    /** Whether connections keep statements under a name, and would otherwise read them each time. */
    default boolean keepsByName() {
        return false;
    }

    /**
     * Whether a statement that is killed, or whose time is up, while it computes a query in it may go on as if that had no
     * rows, and not fail. An update then changes fewer rows than it should; an insert stores, and a query answers, what
     * follows from no rows. Other parts of a statement fail as they should.
     */
    default boolean losesValues() {
        return false;
    }

    /** Whether several statements can go in one round trip. */
    default boolean runsScripts() {
        return false;
    }

    /** Makes one text of a plan. */
    default String plan(WritePlan plan) {
        throw Failures.fault("this database runs no scripts");
    }

    /** Whether a short plan for what is usual is worth while: the parts of a statement cost time, used or not. */
    default boolean hasShortPlans() {
        return false;
    }

    /** Whether a plan is kept only if the length of a page stands in its text. */
    default boolean plansByLength() {
        return false;
    }

    /** Refuses a database that is set up so that the promises of a storage cannot be kept. */
    void validate(Connection connection, TableNames names) throws SQLException;
}
