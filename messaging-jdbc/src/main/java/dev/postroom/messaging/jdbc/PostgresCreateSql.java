package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;

/** A new thread as PostgreSQL gets it: one statement, of which each part follows from what the one before it inserted. */
final class PostgresCreateSql {

    private static final String CLAIM = "k as (" + ClaimSql.INSERT + " on conflict do nothing returning thread_id),\n";

    private static final String RETURNING =
            " returning tenant, id, last_id, created_by, activity_at, last_seq, total_all," + " total_notes)";

    private static final String MEMBERS = "m as (" + CreateSql.MEMBERS + " cross join t)";

    private static final String MESSAGE = "x as (" + MessageSql.INSERT + """
            select t.tenant, t.id, 1, t.last_id, t.created_by, :kind, :visibility, :countable, :active, :previewable,
              false, :text, :quoted_seq, :sent_at, t.activity_at, t.total_all, t.total_notes, t.total_all, t.total_notes
            from t)""";

    private static final String LOG =
            """
            g as (
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select t.tenant, t.id, v.kind, v.seq, null, :actor, :at
            from t join (select %s as kind, 0 as seq union all select %s as kind, 1 as seq) v on v.seq <= t.last_seq
            order by v.seq)""".formatted(ChangeType.THREAD_CREATED.code(), ChangeType.MESSAGE_CREATED.code());

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
