package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.message.ClaimSql;
import dev.postroom.messaging.jdbc.internal.message.Claims;
import dev.postroom.messaging.jdbc.internal.message.MessageParams;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Micros;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.sql.SQLException;
import java.util.Optional;

/** Creates a thread: its claims before anything else, then everything in as many statements for many members as for one. */
public final class Creating {

    private final CreateThread command;
    private final boolean large;
    private final Params params;

    Creating(CreateThread command, FanOut fanOut) {
        this.command = command;
        large = fanOut.isLarge(command.members().size());
        params = Params.of(command.by())
                .with("thread", command.id())
                .with("at", command.at())
                .members(command.members());
        command.first().ifPresentOrElse(first -> MessageParams.add(params, first), () -> without(params));
        addThread();
    }

    /** Whether it has two claims: the one may be made before the other turns out to be taken. */
    static boolean takesBack(CreateThread command) {
        return command.key().isPresent() && command.pair().isPresent();
    }

    CreateOutcome run(Session session) {
        CreateOutcome outcome = takesBack(command) ? withTwoClaims(session) : withOneClaim(session);
        if (!isCreated(outcome)) {
            session.undo();
        }
        return outcome;
    }

    private static boolean isCreated(CreateOutcome outcome) {
        return outcome instanceof CreateOutcome.Created || outcome instanceof SendOutcome.Stored;
    }

    private CreateOutcome withOneClaim(Session session) {
        command.key().ifPresent(key -> Claims.key(params, key, firstId()));
        command.pair().ifPresent(pair -> Claims.pair(params, pair));
        boolean claimed = command.key().isPresent() || command.pair().isPresent();
        return session.write(CreateSql.of(claimed, command.first().isPresent()), params, row -> created(), this::taken)
                .or(() -> claimed ? session.first(ClaimSql.FIND_TAKEN, params, this::outcome) : Optional.empty())
                .orElseThrow(this::unmade);
    }

    /** Nothing if the statement does not see the claim that its insert found: of a transaction that it had to wait for. */
    private Optional<CreateOutcome> taken(Row row) throws SQLException {
        return row.has("thread_id") ? Optional.of(outcome(row)) : Optional.empty();
    }

    private StorageException unmade() {
        if (command.key().isPresent()) {
            return Failures.unseen("client key");
        }
        return command.pair().isPresent() ? Failures.unseen("pair") : Failures.brokenOff();
    }

    private CreateOutcome outcome(Row row) throws SQLException {
        return command.key().isPresent()
                ? Claims.outcome(Claims.stored(row), command.key().get())
                : new CreateOutcome.PairTaken(row.thread("thread_id"));
    }

    /** The first claim is made before the other one turns out to be taken, so both are statements of their own. */
    private CreateOutcome withTwoClaims(Session session) {
        if (session.dialect().transactions().beginsLate()) {
            session.first("select 1 as one", params, row -> row.number("one"));
        }
        Optional<SendOutcome> used =
                command.key().flatMap(key -> Claims.claimKey(session, Claims.key(params.copy(), key, firstId()), key));
        if (used.isPresent()) {
            return used.get();
        }
        Optional<ThreadId> taken =
                command.pair().flatMap(pair -> Claims.claimPair(session, Claims.pair(params.copy(), pair)));
        if (taken.isPresent()) {
            return new CreateOutcome.PairTaken(taken.get());
        }
        session.writeStepByStep(CreateSql.of(false, command.first().isPresent()), params);
        return created();
    }

    private CreateOutcome created() {
        return command.first()
                .<CreateOutcome>map(
                        first -> new SendOutcome.Stored(first.id(), new Position(command.id(), 1), command.at()))
                .orElseGet(() -> new CreateOutcome.Created(command.id()));
    }

    private MessageId firstId() {
        return command.first().map(NewMessage::id).orElseThrow();
    }

    private void addThread() {
        ThreadRules rules = command.rules();
        boolean forAll = is(Visibility.EVERYONE);
        boolean previewable =
                command.first().filter(first -> first.kind().previewable()).isPresent();
        boolean active = command.first().filter(first -> first.kind().active()).isPresent();
        params.with("shape", Codes.SHAPE.of(command.shape()))
                .with("subject", command.subject())
                .with("last_seq", command.first().isPresent() ? 1L : 0L)
                .with("everyone_seq", forAll ? 1L : 0L)
                .with("preview_all_seq", forAll && previewable ? 1L : 0L)
                .with("preview_internal_seq", previewable ? 1L : 0L)
                .with("member_count", command.members().size())
                .with("large", large)
                .with("active_all_seq", forAll && active ? 1L : 0L)
                .with("active_internal_seq", active ? 1L : 0L)
                .with("active_all_at", forAll && active ? Micros.of(command.at()) : 0L)
                .with("on_closed", Codes.ON_CLOSED.of(rules.onClosed()))
                .with("reply_reads", Codes.REPLY_READS.of(rules.replyReads()))
                .with("unanswered", rules.unansweredInInbox())
                .with("revive_history", rules.reviveWithHistory())
                .with("min_members", rules.minimumMembers());
    }

    private boolean is(Visibility visibility) {
        return command.first().filter(first -> first.visibility() == visibility).isPresent();
    }

    private static void without(Params params) {
        params.with("message", null)
                .with("count_all", 0)
                .with("count_notes", 0)
                .with("active", false)
                .with("for_all", false);
    }
}
