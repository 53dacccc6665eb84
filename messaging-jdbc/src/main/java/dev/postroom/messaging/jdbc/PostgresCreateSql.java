package dev.postroom.messaging.jdbc;

/** A new thread as PostgreSQL gets it: one statement, of which each part follows from what the one before it inserted. */
final class PostgresCreateSql {

    private static final String CLAIM = "k as (" + ClaimSql.INSERT + " on conflict do nothing returning thread_id),\n";

    private static final String RETURNING =
            " returning tenant, id, last_id, created_by, activity_at, last_seq, total_e," + " total_i)";

    private static final String MEMBERS = "m as (" + CreateSql.MEMBER_ROWS + " cross join t)";

    private static final String MESSAGE = "x as (" + CreateSql.MESSAGE_ROW + " t)";

    private static final String LOG = "g as (" + CreateSql.log("t") + " order by v.seq)";

    private static final String CREATED = "select 1 as answer, t.id as created from t";

    /** A claim that somebody made meanwhile is not seen here. */
    private static final String CLAIMED = """
            select 1 as answer, t.id as created, c.thread_id, c.message_id, c.seq, c.fingerprint, c.created_at
            from (select 1 as one) z left join t on true
            left join $claim c on c.tenant = :tenant and c.kind = :claim_kind
              and c.name = case when t.id is null then :claim end
            """;

    private PostgresCreateSql() {}

    static String text(boolean claimed, boolean message) {
        String thread = "t as (" + CreateSql.COLUMNS
                + (claimed ? "select " + CreateSql.VALUES + " from k" : "values (" + CreateSql.VALUES + ")")
                + RETURNING;
        return "with " + (claimed ? CLAIM : "")
                + (message
                        ? String.join(",\n", thread, MEMBERS, MESSAGE, LOG)
                        : String.join(",\n", thread, MEMBERS, LOG))
                + "\n"
                + (claimed ? CLAIMED : CREATED);
    }
}
