package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import java.sql.SQLException;
import java.util.Optional;

/** Unique names. Inserted first, read afterwards if somebody else was there: never looked up and inserted then. */
public final class Claims {

    private Claims() {}

    public static Params named(Params params, Claim claim) {
        return params.with("claim_kind", Codes.CLAIM.of(claim.kind())).with("claim", claim.name());
    }

    /** The key of a new thread's first message, as parameters. */
    public static Params key(Params params, KeyClaim key, MessageId message) {
        return named(params, key.claim())
                .with("claim_message", message)
                .with("claim_seq", 1L)
                .with("fingerprint", key.fingerprint());
    }

    /** The pair of a new thread, as parameters. */
    public static Params pair(Params params, Claim pair) {
        return named(params, pair)
                .with("claim_message", null)
                .with("claim_seq", 0L)
                .with("fingerprint", "");
    }

    /** Claims the key of a new thread's first message; answers the earlier use if there is one. */
    public static Optional<SendOutcome> claimKey(Session session, Params claim, KeyClaim key) {
        return session.claim(ClaimSql.OF_NEW_THREAD.text(), claim)
                ? Optional.empty()
                : Optional.of(judged(session, claim, key));
    }

    /** Claims the pair of a new thread; answers the pair's thread if there is one. */
    public static Optional<ThreadId> claimPair(Session session, Params claim) {
        if (session.claim(ClaimSql.OF_NEW_THREAD.text(), claim)) {
            return Optional.empty();
        }
        ThreadId taken = session.first(ClaimSql.FIND_TAKEN, claim, row -> row.thread("thread_id"))
                .orElseThrow(() -> Failures.unseen("pair"));
        return Optional.of(taken);
    }

    static Optional<SendOutcome> used(Session session, Params params, KeyClaim key) {
        return session.first(ClaimSql.FIND_TAKEN, named(params.copy(), key.claim()), Claims::stored)
                .map(stored -> outcome(stored, key));
    }

    static Optional<StoredKey> find(Session session, Params named) {
        return session.first(ClaimSql.FIND, named, Claims::stored);
    }

    private static SendOutcome judged(Session session, Params named, KeyClaim key) {
        return session.first(ClaimSql.FIND_TAKEN, named, Claims::stored)
                .map(stored -> outcome(stored, key))
                .orElseThrow(() -> Failures.unseen("client key"));
    }

    public static SendOutcome outcome(StoredKey stored, KeyClaim key) {
        return stored.fingerprint().equals(key.fingerprint())
                ? new SendOutcome.Repeated(stored)
                : new SendOutcome.KeyConflict(stored);
    }

    public static StoredKey stored(Row row) throws SQLException {
        return new StoredKey(
                row.text("fingerprint"),
                row.message("message_id"),
                new Position(row.thread("thread_id"), row.number("seq")),
                row.time("created_at"));
    }
}
