package dev.postroom.messaging.jdbc;

/** Claims: unique names of threads and messages. */
final class ClaimSql {

    static final String FIND = """
            select k.thread_id, k.message_id, k.seq, k.fingerprint, k.created_at
            from $claim k where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim
            """;

    static final String INSERT = """
            insert into $claim (tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at)
            select v.tenant, v.kind, v.name, v.thread_id, v.message_id, v.seq, v.fingerprint, v.created_at
            from (select cast(:tenant as varchar(64)) as tenant, cast(:claim_kind as smallint) as kind,
                cast(:claim as varchar(522)) as name, cast(:thread as uuid) as thread_id,
                cast(:message as uuid) as message_id, cast(:seq as bigint) as seq,
                cast(:fingerprint as varchar(80)) as fingerprint, cast(:at as bigint) as created_at) v
            where not exists (select 1 from $claim k
              where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim)
            """;

    private ClaimSql() {}
}
