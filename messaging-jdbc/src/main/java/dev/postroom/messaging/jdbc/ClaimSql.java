package dev.postroom.messaging.jdbc;

/** Claims: unique names of threads and messages. */
final class ClaimSql {

    static final String FIND = """
            select k.thread_id, k.message_id, k.seq, k.fingerprint, k.created_at
            from $claim k where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim
            """;

    /** For one that was there when it was to be inserted. */
    static final String FIND_TAKEN = FIND + "[newest]";

    static final String INSERT = """
            insert into $claim (tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at)
            values (:tenant, :claim_kind, :claim, :thread, :claim_message, :claim_seq, :fingerprint, :at)
            """;

    private ClaimSql() {}
}
