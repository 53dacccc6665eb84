package dev.postroom.messaging.jdbc;

/** Rows of the log. */
final class LogSql {

    /** The beginning of every insert. */
    static final String INSERT = "insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)\n";

    /** One row, of parameters alone. */
    static final String ROW =
            "/* postroom log */ " + INSERT + "values (:tenant, :thread, :type, :seq, :whose, :actor, :at)";

    private LogSql() {}
}
