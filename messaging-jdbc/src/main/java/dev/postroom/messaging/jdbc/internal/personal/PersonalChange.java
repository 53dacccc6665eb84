package dev.postroom.messaging.jdbc.internal.personal;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of a party's own state in one statement that has its guards in it. Only if it changed nothing, a second one
 * asks why. Between the two the world may have moved so that now it would change something; then it is tried again. Or the
 * question sees less than the change did: in a host's transaction that looked before others changed the row, MariaDB
 * changes what is there and reads what was. So the later questions ask for the newest there is.
 */
public final class PersonalChange {

    private static final int ATTEMPTS = 30;

    private final Session session;
    private final Params params;

    public PersonalChange(Session session, Params params) {
        this.session = session;
        this.params = params;
    }

    public static Params params(Caller by, ChangeType type, Instant at) {
        return Params.of(by)
                .with("whose", by.party())
                .with("type", Codes.CHANGE.of(type))
                .with("at", at);
    }

    /**
     * Makes the change, or asks why it changed nothing.
     *
     * @param change the change
     * @param facts the query for the reason; without a row of it the thing is missing
     * @param why reads the reason
     */
    public ChangeOutcome run(LoggedChange change, String facts, Reader<Why> why) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (session.change(change, params) > 0) {
                return new ChangeOutcome.Changed();
            }
            String asked = attempt == 0 ? facts : SqlRenderer.newest(facts);
            Why reason = session.first(asked, params, why).orElse(Why.refused(Refusal.MISSING));
            if (reason.refusal().isPresent()) {
                return new ChangeOutcome.Refused(reason.refusal().get());
            }
            if (reason.isSo()) {
                return new ChangeOutcome.Unchanged();
            }
        }
        throw new StorageException("another call kept changing the same state", true, false, null);
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
    public record Why(Optional<Refusal> refusal, boolean isSo) {

        public static Why refused(Refusal refusal) {
            return new Why(Optional.of(refusal), false);
        }

        public static Why so(boolean isSo) {
            return new Why(Optional.empty(), isSo);
        }
    }
}
