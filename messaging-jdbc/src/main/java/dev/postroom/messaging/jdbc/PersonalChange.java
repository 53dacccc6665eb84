package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Acting;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A change of a party's own state in one statement that has its guards in it. Only if it changed nothing, a second one
 * asks why. Between the two the world may have moved so that now it would change something; then it is tried again.
 */
final class PersonalChange {

    private static final int ATTEMPTS = 5;

    private final Session session;
    private final Params params;

    PersonalChange(Session session, Params params) {
        this.session = session;
        this.params = params;
    }

    static Params params(Acting by, ChangeType type, Instant at) {
        return Params.of(by).with("whose", by.party()).with("type", type.code()).with("at", at);
    }

    ChangeOutcome run(LoggedChange change, Supplier<Why> why) {
        return run(() -> session.change(change, params), why);
    }

    ChangeOutcome run(IntSupplier change, Supplier<Why> why) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (change.getAsInt() > 0) {
                return new ChangeOutcome.Changed();
            }
            Why reason = why.get();
            if (reason.refusal().isPresent()) {
                return new ChangeOutcome.Refused(reason.refusal().get());
            }
            if (reason.isSo()) {
                return new ChangeOutcome.Unchanged();
            }
        }
        throw new StorageException("another call kept changing the same state", true, false, null);
    }

    /** Why a message was not changed: it is not visible, or is already so. */
    static Supplier<Why> ofMessage(Session session, Params params, String flag, boolean wanted) {
        return () -> session.first(PersonalSql.MESSAGE_FACTS, params, row -> Why.so(row.flag(flag) == wanted))
                .orElse(Why.refused(Refusal.MISSING));
    }

    /** The guards of what a party does with a thread for itself; empty if they hold. */
    static Optional<Refusal> refused(Row row) throws SQLException {
        if (!row.has("party")) {
            return Optional.of(Refusal.NOT_MEMBER);
        }
        return row.rights().has(Right.VIEW) ? Optional.empty() : Optional.of(Refusal.FORBIDDEN);
    }

    /**
     * Why nothing was changed.
     *
     * @param refusal the guard that failed, if one did
     * @param isSo whether everything was so already
     */
    record Why(Optional<Refusal> refusal, boolean isSo) {

        static Why refused(Refusal refusal) {
            return new Why(Optional.of(refusal), false);
        }

        static Why so(boolean isSo) {
            return new Why(Optional.empty(), isSo);
        }
    }
}
