package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a thread: its claims before anything else, then everything in as many statements for many members as for one. */
final class Creating {

    private final CreateThread command;
    private final boolean large;
    private final Params params;

    Creating(CreateThread command, FanOut fanOut) {
        this.command = command;
        large = fanOut.isLarge(command.members().size());
        params = Params.of(command.by()).with("thread", command.id()).with("at", command.at());
        command.first().ifPresentOrElse(first -> MessageParams.add(params, first), () -> without(params));
    }

    CreateOutcome run(Session session) {
        Optional<SendOutcome> used = command.key().flatMap(key -> Claims.key(session, params, key, firstId()));
        if (used.isPresent()) {
            session.undo();
            return used.get();
        }
        Optional<ThreadId> taken = command.pair().flatMap(pair -> Claims.pair(session, params, pair));
        if (taken.isPresent()) {
            session.undo();
            return new CreateOutcome.PairTaken(taken.get());
        }
        session.update(ThreadSql.INSERT, thread());
        session.batch(
                ThreadSql.INSERT_MEMBER,
                command.members().stream().map(this::member).toList());
        command.first().ifPresent(first -> session.update(ThreadSql.INSERT_MESSAGE, params));
        session.batch(ThreadSql.INSERT_LOG, log());
        return command.first()
                .<CreateOutcome>map(
                        first -> new SendOutcome.Stored(first.id(), new Position(command.id(), 1), command.at()))
                .orElseGet(() -> new CreateOutcome.Created(command.id()));
    }

    private MessageId firstId() {
        return command.first().map(NewMessage::id).orElseThrow();
    }

    private Params thread() {
        ThreadRules rules = command.rules();
        long seq = command.first().isPresent() ? 1 : 0;
        boolean forAll = is(Visibility.EVERYONE);
        boolean previewable =
                command.first().filter(first -> first.kind().previewable()).isPresent();
        boolean active = isActive();
        return params.copy()
                .with("shape", Codes.SHAPE.of(command.shape()))
                .with("subject", command.subject())
                .with("last_seq", seq)
                .with("everyone_seq", forAll ? 1L : 0L)
                .with("preview_e_seq", forAll && previewable ? 1L : 0L)
                .with("preview_i_seq", previewable ? 1L : 0L)
                .with("member_count", command.members().size())
                .with("large", large)
                .with("active_e_seq", forAll && active ? 1L : 0L)
                .with("active_i_seq", active ? 1L : 0L)
                .with("active_e_at", forAll && active ? Micros.of(command.at()) : 0L)
                .with("on_closed", Codes.ON_CLOSED.of(rules.onClosed()))
                .with("reply_reads", Codes.REPLY_READS.of(rules.replyReads()))
                .with("unanswered", rules.unansweredInInbox())
                .with("revive_history", rules.reviveWithHistory())
                .with("min_members", rules.minimumMembers());
    }

    private Params member(NewMember member) {
        Party author = command.by().party();
        boolean mine = member.party().equals(author);
        boolean active = isActive();
        boolean seen = active && (is(Visibility.EVERYONE) || member.rights().has(Right.INTERNAL));
        boolean newest = seen
                && (!mine || command.members().size() == 1 || command.rules().unansweredInInbox());
        return Params.none()
                .with("tenant", command.by().tenant())
                .with("thread", command.id())
                .with("member", member.party())
                .with("rights", member.rights().bits())
                .with("at", command.at())
                .with("own_e", mine ? params.values().get("count_e") : 0)
                .with("own_i", mine ? params.values().get("count_i") : 0)
                .with("own_seq", mine && active ? 1L : 0L)
                .with("own_at", mine && active ? command.at() : null)
                .with("newest_seq", newest ? 1L : 0L)
                .with("activity_seq", seen ? 1L : 0L)
                .with("large_seq", large ? (command.first().isPresent() ? 1L : 0L) : null);
    }

    private List<Params> log() {
        Params row = params.copy().with("whose", null);
        List<Params> rows = new ArrayList<>();
        rows.add(row.copy().with("type", ChangeType.THREAD_CREATED.code()).with("seq", 0L));
        if (command.first().isPresent()) {
            rows.add(row.copy().with("type", ChangeType.MESSAGE_CREATED.code()).with("seq", 1L));
        }
        return rows;
    }

    private boolean isActive() {
        return command.first().filter(first -> first.kind().active()).isPresent();
    }

    private boolean is(Visibility visibility) {
        return command.first().filter(first -> first.visibility() == visibility).isPresent();
    }

    private static void without(Params params) {
        params.with("message", null).with("count_e", 0).with("count_i", 0);
    }
}
