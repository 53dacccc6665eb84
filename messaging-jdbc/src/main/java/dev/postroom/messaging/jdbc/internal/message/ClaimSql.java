package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import java.util.Optional;

/** Claims: unique names of threads and messages. */
public final class ClaimSql {

    private static final String COLUMNS = "k.thread_id, k.message_id, k.seq, k.fingerprint, k.created_at";

    static final String FIND = "/* postroom claim */ select " + COLUMNS + """
             from $claim k where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim
            """;

    /** For one that was there when it was to be inserted. */
    public static final String FIND_TAKEN = FIND + "[newest]";

    /** Spares a failing insert. Not where a look at a missing row locks its gap: other claims could not be inserted there. */
    static final String ABSENT = """
             and not exists (select 1 from $claim k
                where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim)
            """;

    /** The claim with which a new thread begins. */
    public static final Insert OF_NEW_THREAD =
            insert(":tenant, :claim_kind, :claim, :thread, :claim_message, :claim_seq, :fingerprint, :at");

    /** The claim, where the thread that is to be made is not. */
    public static final WritePlan.Refused REFUSED = new WritePlan.Refused(
            COLUMNS, "$claim k on k.tenant = :tenant and k.kind = :claim_kind and k.name = [unless done :claim]");

    private ClaimSql() {}

    static Insert insert(String values) {
        return new Insert(
                "claimed",
                "$claim",
                "tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at",
                values,
                Optional.empty(),
                Expected.ONE);
    }
}
