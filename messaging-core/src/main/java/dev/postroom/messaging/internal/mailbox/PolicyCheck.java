package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.model.ContendedException;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnknownPartiesException;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.spi.AccessPolicy.Action;
import dev.postroom.messaging.spi.Caller;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the host which parties exist, and whether its policy refuses a command. This happens before anything is locked.
 * The revision of the thread that the policy saw becomes a precondition of the command.
 */
final class PolicyCheck {

    private static final int ATTEMPTS = 3;

    private final DefaultMessaging engine;
    private final Caller by;

    PolicyCheck(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.by = by;
    }

    /** Returns the parties that the directory does not know, in the given order. */
    List<Party> unknown(Collection<Party> parties) {
        if (parties.isEmpty()) {
            return List.of();
        }
        Set<Party> asked = new LinkedHashSet<>(parties);
        Set<Party> existing = engine.settings().directory().existing(by.tenant(), Set.copyOf(asked));
        asked.removeIf(existing::contains);
        return List.copyOf(asked);
    }

    void allKnown(String field, Collection<Party> parties) {
        List<Party> unknown = unknown(parties);
        if (!unknown.isEmpty()) {
            throw new UnknownPartiesException(field, unknown);
        }
    }

    /** Asks the policy about a command that concerns no existing thread. */
    void allowed(Action action, List<Party> others) {
        decide(action, Optional.empty(), others);
    }

    /**
     * Asks the policy about a thread, and attempts the change at the revision that the policy saw. If the thread has
     * changed meanwhile, starts again. With the default policy, nothing is read and the change depends on no revision.
     *
     * @param attempt takes the expected revision; returns an empty result if the thread was at another revision
     */
    <T> T guarded(Action action, ThreadId thread, List<Party> others, Function<OptionalLong, Optional<T>> attempt) {
        if (isDefault()) {
            return attempt.apply(OptionalLong.empty()).orElseThrow(() -> new ContendedException(thread));
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<T> done = attempt.apply(OptionalLong.of(revision(action, thread, others)));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ContendedException(thread);
    }

    /** Asks the policy about a thread, and returns the revision that the policy saw. */
    long revision(Action action, ThreadId thread) {
        return revision(action, thread, List.of());
    }

    private long revision(Action action, ThreadId thread, List<Party> others) {
        ThreadSummary seen = engine.storage().boxes().find(by, thread, 0).orElseThrow(() -> Refusals.missing(thread));
        decide(action, Optional.of(seen), others);
        return seen.thread().revision();
    }

    /** Returns whether the policy is the default one, which refuses nothing, so that it need not be asked. */
    boolean isDefault() {
        return engine.settings().policy().equals(AccessPolicy.membership());
    }

    private void decide(Action action, Optional<ThreadSummary> thread, List<Party> others) {
        AccessPolicy.Decision decision = engine.settings()
                .policy()
                .decide(new AccessPolicy.Request(by.tenant(), by.actor(), action, thread, others));
        if (!decision.allowed()) {
            throw new ForbiddenException(decision.reason());
        }
    }
}
