package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.internal.input.Texts;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.spi.AccessPolicy.Action;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Executes all commands except sends. */
final class Commands {

    private final DefaultMessaging engine;
    private final Settings settings;
    private final Caller by;
    private final PolicyCheck policyCheck;

    Commands(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.settings = engine.settings();
        this.by = by;
        this.policyCheck = new PolicyCheck(engine, by);
    }

    boolean move(Move move, Position to) {
        return changed(engine.storage().positions().move(by, move, to, settings.now()), onThread(to.threadId()));
    }

    /** Marks a thread as unread from its first message on. A thread without messages has nothing to mark. */
    boolean markUnread(ThreadId thread) {
        ChangeOutcome outcome =
                engine.storage().positions().move(by, Move.UNREAD_FROM, Position.of(thread, 1), settings.now());
        if (outcome instanceof ChangeOutcome.Refused refused && refused.refusal() == Refusal.BEYOND_LAST) {
            return false;
        }
        return changed(outcome, onThread(thread));
    }

    long readAll() {
        return engine.storage().positions().readAll(by, settings.now());
    }

    boolean hide(MessageId message) {
        return changed(engine.storage().messages().hide(by, message, settings.now()), onMessage(message));
    }

    boolean delete(MessageId message) {
        if (policyCheck.isDefault()) {
            return changed(
                    engine.storage().messages().delete(by, message, OptionalLong.empty(), settings.now()),
                    onMessage(message));
        }
        MessageView view = engine.storage().messages().find(by, message).orElseThrow(() -> Refusals.missing(message));
        return policyCheck.guarded(
                Action.DELETE_MESSAGE,
                view.position().threadId(),
                List.of(),
                revision -> attempted(
                        engine.storage().messages().delete(by, message, revision, settings.now()), onMessage(message)));
    }

    boolean star(MessageId message, boolean starred) {
        return changed(engine.storage().stars().setMessage(by, message, starred, settings.now()), onMessage(message));
    }

    boolean starThread(ThreadId thread, boolean starred) {
        return changed(engine.storage().stars().setThread(by, thread, starred, settings.now()), onThread(thread));
    }

    boolean clearStars(ThreadId thread) {
        return changed(engine.storage().stars().clear(by, thread, settings.now()), onThread(thread));
    }

    boolean rename(ThreadId thread, String subject) {
        engine.storage();
        return change(
                thread,
                new ThreadChange.Rename(
                        Texts.subject("subject", subject, settings.limits().subjectLength())));
    }

    boolean change(ThreadId thread, ThreadChange change) {
        Action action = change instanceof ThreadChange.Rename
                ? Action.RENAME
                : change instanceof ThreadChange.Close ? Action.CLOSE : Action.REOPEN;
        return change(action, thread, List.of(), change);
    }

    boolean addMembers(ThreadId thread, List<Party> parties, NewMember.History history) {
        engine.storage();
        int limit = settings.limits().members();
        if (parties.size() > limit) {
            throw new TooLargeException("parties", limit, parties.size());
        }
        policyCheck.allKnown("parties", parties);
        List<NewMember> members = parties.stream()
                .map(party -> new NewMember(party, Rights.MEMBER, history))
                .toList();
        return change(Action.ADD_MEMBERS, thread, parties, new ThreadChange.AddMembers(members, limit));
    }

    boolean removeMembers(ThreadId thread, List<Party> parties) {
        Action action = parties.equals(List.of(by.party())) ? Action.LEAVE : Action.REMOVE_MEMBERS;
        return change(action, thread, parties, new ThreadChange.RemoveMembers(parties));
    }

    private boolean change(Action action, ThreadId thread, List<Party> others, ThreadChange change) {
        return policyCheck.guarded(
                action,
                thread,
                others,
                revision -> attempted(
                        engine.storage().threads().change(by, thread, change, revision, settings.now()),
                        onThread(thread)));
    }

    private Function<Refusal, MessagingException> onThread(ThreadId thread) {
        return refusal -> Refusals.of(refusal, thread, settings.limits());
    }

    private static Function<Refusal, MessagingException> onMessage(MessageId message) {
        return refusal -> Refusals.of(refusal, message);
    }

    /** Returns an empty result if the thread was at another revision than the one that the policy saw. */
    private static Optional<Boolean> attempted(
            ChangeOutcome outcome, Function<Refusal, MessagingException> asException) {
        if (outcome instanceof ChangeOutcome.Refused refused && refused.refusal() == Refusal.STALE) {
            return Optional.empty();
        }
        return Optional.of(changed(outcome, asException));
    }

    private static boolean changed(ChangeOutcome outcome, Function<Refusal, MessagingException> asException) {
        if (outcome instanceof ChangeOutcome.Refused refused) {
            throw asException.apply(refused.refusal());
        }
        return outcome instanceof ChangeOutcome.Changed;
    }
}
