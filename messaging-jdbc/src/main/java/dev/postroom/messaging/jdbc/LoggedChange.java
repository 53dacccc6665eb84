package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;

/**
 * A guarded change of rows together with the log row for each row it changed: one atomic step, of which nothing happens
 * where the guards do not hold. How the two are put together is the dialect's business.
 *
 * <p>The log row takes {@code :actor} and {@code :at} from the parameters, and unless it is {@link #as said}, {@code
 * :type} and {@code :whose} too.
 *
 * @param kind what the change does to the rows
 * @param statement the change; a deleted row is called {@code c} in it
 * @param changed where the changed rows {@code c} are found afterwards: a table and a condition, of deleted ones before
 * @param thread the expression for the thread's id in a changed row {@code c}
 * @param seq the expression for the seq to be logged, of a changed row {@code c} and the parameters
 * @param type the expression for the code of the {@link ChangeType}
 * @param whose the expression for the party whose state changed
 */
record LoggedChange(Kind kind, String statement, String changed, String thread, String seq, String type, String whose) {

    private static final String DELETE = "delete from ";

    /** What a change does. */
    enum Kind {
        UPDATE,
        INSERT,
        DELETE
    }

    /** A change of the party's row in {@code :thread}. */
    static LoggedChange ofMine(String statement, String seq) {
        String mine = "$member c where c.tenant = :tenant and c.thread_id = :thread and c.party = :party";
        return new LoggedChange(Kind.UPDATE, statement, mine, "c.thread_id", seq, ":type", ":whose");
    }

    /** A change of the row of {@code :thread} itself. */
    static LoggedChange ofThread(String statement, String seq) {
        return new LoggedChange(
                Kind.UPDATE,
                statement,
                "$thread c where c.tenant = :tenant and c.id = :thread",
                "c.id",
                seq,
                ":type",
                ":whose");
    }

    static LoggedChange insert(String statement, String inserted) {
        return new LoggedChange(Kind.INSERT, statement, inserted, "c.thread_id", "c.seq", ":type", ":whose");
    }

    static LoggedChange delete(String deleted) {
        return new LoggedChange(Kind.DELETE, DELETE + deleted, deleted, "c.thread_id", "c.seq", ":type", ":whose");
    }

    /** The same change, logged as what it says. */
    LoggedChange as(ChangeType type, String whose) {
        return new LoggedChange(kind, statement, changed, thread, seq, Integer.toString(type.code()), whose);
    }

    /** The log rows of rows {@code c}, wherever they come from. */
    String log(String source) {
        return """
                insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
                select c.tenant, %s, %s, %s, %s, :actor, :at
                from %s""".formatted(thread, type, seq, whose, source);
    }
}
