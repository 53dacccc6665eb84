package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.internal.input.Texts;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.model.UnknownPartiesException;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AccessPolicy.Action;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMember.History;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends messages. First come the checks of the arguments. Then the key is looked up, if the directory, the policy or a
 * limit could refuse the call. Then the directory, the policy and the limits are applied, while no lock is held and no
 * transaction is open. Last comes one storage operation, which checks the key again.
 */
final class Sending {

    private final DefaultMessaging engine;
    private final Settings settings;
    private final Caller by;
    private final PolicyCheck policyCheck;

    Sending(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.settings = engine.settings();
        this.by = by;
        this.policyCheck = new PolicyCheck(engine, by);
    }

    Sent send(NewThread thread) {
        engine.storage();
        String text = Texts.text(thread.text(), settings.limits().textLength());
        String subject = Texts.subject(
                "subject",
                thread.subject().orElse(settings.defaultSubject()),
                settings.limits().subjectLength());
        ThreadRules rules = thread.rules(settings.rules());
        Optional<KeyClaim> key = thread.key()
                .map(value -> new KeyClaim(Claim.key(by.party(), value), Fingerprints.of(by.party(), thread)));
        Optional<Sent> earlier = earlier(thread.key(), key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<Party> others = recipients(thread);
        policyCheck.allowed(Action.START_GROUP, others);
        Instant now = settings.now();
        List<NewMember> members = new ArrayList<>();
        members.add(new NewMember(by.party(), Rights.MANAGER, History.FROM_JOIN));
        others.forEach(party -> members.add(new NewMember(party, Rights.MEMBER, History.FROM_JOIN)));
        CreateOutcome outcome = engine.storage()
                .threads()
                .create(new CreateThread(
                        by,
                        ThreadId.of(engine.ids().next()),
                        ThreadShape.GROUP,
                        subject,
                        rules,
                        members,
                        Optional.of(message(text, OptionalLong.empty(), now)),
                        Optional.empty(),
                        key,
                        now));
        if (outcome instanceof SendOutcome.KeyConflict && thread.key().isPresent()) {
            throw new KeyConflictException(thread.key().get());
        }
        if (outcome instanceof SendOutcome answered) {
            return sent(answered);
        }
        throw unexpected(outcome);
    }

    ThreadId direct(Party other) {
        engine.storage();
        boolean self = other.equals(by.party());
        if (self && !settings.selfAllowed()) {
            throw new ForbiddenException(
                    "a party may not write to itself alone; MessagingBuilder.selfAllowed(true) allows it");
        }
        List<Party> others = self ? List.of() : List.of(other);
        policyCheck.allKnown("other", others);
        policyCheck.allowed(Action.START_DIRECT, List.of(other));
        List<NewMember> members = new ArrayList<>();
        members.add(new NewMember(by.party(), Rights.MEMBER, History.FROM_JOIN));
        others.forEach(party -> members.add(new NewMember(party, Rights.MEMBER, History.FROM_JOIN)));
        CreateOutcome outcome = engine.storage()
                .threads()
                .create(new CreateThread(
                        by,
                        ThreadId.of(engine.ids().next()),
                        ThreadShape.DIRECT,
                        "",
                        settings.rules(),
                        members,
                        Optional.empty(),
                        Optional.of(Claim.pair(by.party(), other)),
                        Optional.empty(),
                        settings.now()));
        if (outcome instanceof CreateOutcome.Created created) {
            return created.threadId();
        }
        if (outcome instanceof CreateOutcome.PairTaken taken) {
            return taken.threadId();
        }
        throw unexpected(outcome);
    }

    Sent reply(ThreadId thread, Draft draft) {
        engine.storage();
        AppendMessage command = command(thread, draft);
        if (!policyCheck.isDefault()) {
            Optional<Sent> earlier = earlier(draft.key(), command.key());
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        return policyCheck.guarded(Action.SEND, thread, List.of(), revision -> {
            SendOutcome outcome = engine.storage().messages().append(at(command, revision));
            if (isStale(outcome)) {
                return Optional.empty();
            }
            if (outcome instanceof SendOutcome.Stored || outcome instanceof SendOutcome.Repeated) {
                return Optional.of(sent(outcome));
            }
            throw refused(outcome, thread, draft);
        });
    }

    /** Returns the message to store, at any revision of the thread. */
    AppendMessage command(ThreadId thread, Draft draft) {
        String text = Texts.text(draft.text(), settings.limits().textLength());
        Optional<KeyClaim> key =
                draft.key().map(value -> new KeyClaim(Claim.key(by.party(), value), Fingerprints.of(thread, draft)));
        Instant now = settings.now();
        return new AppendMessage(
                by, thread, message(text, draft.quoting(), now), key, draft.seen(), OptionalLong.empty(), now);
    }

    AppendMessage at(AppendMessage command, OptionalLong revision) {
        return new AppendMessage(
                by, command.thread(), command.message(), command.key(), command.seenSeq(), revision, command.at());
    }

    static boolean isStale(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused refused && refused.refusal() == Refusal.STALE;
    }

    static Sent sent(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Stored stored) {
            return new Sent(Sent.Status.SENT, stored.messageId(), stored.position(), stored.createdAt());
        }
        if (outcome instanceof SendOutcome.Repeated repeated) {
            return repeated(repeated.stored());
        }
        throw unexpected(outcome);
    }

    RuntimeException refused(SendOutcome outcome, ThreadId thread, Draft draft) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return refused.refusal() == Refusal.BEYOND_LAST
                    ? new InvalidException("seen", "must not be beyond the last message of the thread")
                    : Refusals.of(refused.refusal(), thread, settings.limits());
        }
        return outcome instanceof SendOutcome.KeyConflict && draft.key().isPresent()
                ? new KeyConflictException(draft.key().get())
                : unexpected(outcome);
    }

    /**
     * Returns the recipients without the sender, all of them known to the directory. The list is empty if the sender is
     * the only recipient.
     */
    private List<Party> recipients(NewThread thread) {
        List<Party> others = new ArrayList<>(thread.recipients());
        others.remove(by.party());
        if (others.size() >= settings.limits().members()) {
            throw new TooLargeException("recipients", settings.limits().members() - 1L, others.size());
        }
        List<Party> unknown = policyCheck.unknown(others);
        if (!unknown.isEmpty()) {
            if (!settings.unknownRecipientsIgnored() || unknown.size() == others.size()) {
                throw new UnknownPartiesException("recipients", unknown);
            }
            others.removeAll(unknown);
        }
        if (others.isEmpty() && !settings.selfAllowed()) {
            throw new ForbiddenException(
                    "a party may not write to itself alone; MessagingBuilder.selfAllowed(true) allows it");
        }
        return others;
    }

    private NewMessage message(String text, OptionalLong quoting, Instant now) {
        return new NewMessage(
                MessageId.of(engine.ids().next()), MessageKind.NORMAL, Visibility.EVERYONE, text, quoting, now);
    }

    Optional<Sent> earlier(Optional<ClientKey> key, Optional<KeyClaim> claim) {
        if (key.isEmpty() || claim.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredKey> stored =
                engine.storage().messages().findKey(by, claim.get().claim());
        if (stored.isPresent() && !stored.get().fingerprint().equals(claim.get().fingerprint())) {
            throw new KeyConflictException(key.get());
        }
        return stored.map(Sending::repeated);
    }

    private static Sent repeated(StoredKey stored) {
        return new Sent(Sent.Status.REPEATED, stored.messageId(), stored.position(), stored.createdAt());
    }

    private static IllegalStateException unexpected(CreateOutcome outcome) {
        return new IllegalStateException(
                "the storage returned an outcome that this operation does not allow: " + outcome);
    }
}
