package dev.postroom.messaging.jdbc.internal.plan;

/** Rows of the log. */
public final class LogSql {

    /** The beginning of every insert. */
    public static final String INSERT = "insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)\n";

    /** One row, of parameters alone. */
    public static final String ROW =
            "/* postroom log */ " + INSERT + "values (:tenant, :thread, :type, :seq, :whose, :actor, :at)";

    private LogSql() {}
}
