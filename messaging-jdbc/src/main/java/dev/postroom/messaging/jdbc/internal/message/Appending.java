package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Micros;
import dev.postroom.messaging.jdbc.internal.value.Numbers;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.sql.SQLException;
import java.util.Optional;

/** Stores a message in an existing thread. */
public final class Appending {

    /** Stands for a number that is not given; no revision or seq is negative. */
    private static final long NONE = -1;

    private final AppendMessage command;
    private final SendPlans plans;
    private final Params params;

    Appending(AppendMessage command, SendPlans plans) {
        this.command = command;
        this.plans = plans;
        params = MessageParams.add(Params.of(command.by()), command.message())
                .with("thread", command.thread())
                .with("at", command.at())
                .with("seen", command.seenSeq().orElse(0))
                .with("revision", Math.max(command.expectedRevision().orElse(NONE), NONE))
                .with("quoted", command.message().quotedSeq().orElse(NONE));
        command.key().ifPresent(key -> Claims.named(params, key.claim()).with("fingerprint", key.fingerprint()));
    }

    /**
     * Sends the message by the short plan where the database has one, and by the whole plan if that is not done. A key is
     * looked up only then: most keys are new, and what the plan read may be from before the key was used.
     */
    SendOutcome run(Session session) {
        Optional<SendOutcome> usual = session.dialect().hasShortPlans()
                ? session.write(plans.usual(command), params, this::stored, row -> Optional.empty())
                : Optional.empty();
        return usual.orElseGet(() -> runWhole(session));
    }

    private SendOutcome runWhole(Session session) {
        Optional<SendOutcome> outcome =
                session.write(plans.whole(command), params, this::storedUnusually, Appending::refused);
        return outcome.filter(SendOutcome.Stored.class::isInstance)
                .or(() -> command.key().flatMap(key -> Claims.used(session, params, key)))
                .or(() -> outcome)
                .orElseThrow(this::unexplained);
    }

    private SendOutcome storedUnusually(Numbers values) throws SQLException {
        if (values.number("read_to") > 0 && command.seenSeq().isEmpty()) {
            plans.repliesRead();
        }
        return stored(values);
    }

    private SendOutcome stored(Numbers values) throws SQLException {
        return new SendOutcome.Stored(
                command.message().id(),
                new Position(command.thread(), values.number("last_seq")),
                Micros.toInstant(values.number("created_at")));
    }

    /** Nothing if no guard says why the message was not stored. */
    private static Optional<SendOutcome> refused(Row row) throws SQLException {
        long code = row.number("refusal");
        return code == 0 ? Optional.empty() : Optional.of(new SendOutcome.Refused(Codes.REFUSAL.from((int) code)));
    }

    /** The failure of a message that was not stored although no guard refuses it. */
    private StorageException unexplained() {
        return command.key().isPresent() ? Failures.unseen("client key") : Failures.brokenOff();
    }
}
