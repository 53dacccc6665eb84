package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes the subject, the state open or closed, and the members of threads. */
public class ThreadEditor {

    private final Rules rules;
    private final MemberEditor membership;

    ThreadEditor(Rules rules, MemberEditor membership) {
        this.rules = rules;
        this.membership = membership;
    }

    ChangeOutcome change(
            TenantData data, Caller by, ThreadId id, ThreadChange change, OptionalLong expectedRevision, Instant at) {
        Optional<Refusal> refusal = rules.guards().change(data, by.party(), id, change, expectedRevision);
        if (refusal.isPresent()) {
            return new ChangeOutcome.Refused(refusal.get());
        }
        ThreadState thread = data.thread(id).orElseThrow();
        ChangeOutcome outcome = apply(thread, by, change, at);
        if (outcome instanceof ChangeOutcome.Changed) {
            thread.revision++;
            thread.touch(at);
        }
        return outcome;
    }

    private ChangeOutcome apply(ThreadState thread, Caller by, ThreadChange change, Instant at) {
        if (change instanceof ThreadChange.Rename rename) {
            return rename(thread, by, rename.subject(), at);
        } else if (change instanceof ThreadChange.Close) {
            return close(thread, by, at);
        } else if (change instanceof ThreadChange.Reopen) {
            return reopen(thread, by, at);
        } else if (change instanceof ThreadChange.AddMembers add) {
            return membership.add(thread, by, add, at);
        } else if (change instanceof ThreadChange.RemoveMembers remove) {
            return membership.remove(thread, by, remove, at);
        }
        throw new IllegalArgumentException("unknown change " + change);
    }

    ChangeOutcome rename(ThreadState thread, Caller by, String subject, Instant at) {
        if (thread.subject.equals(subject)) {
            return new ChangeOutcome.Unchanged();
        }
        thread.subject = subject;
        rules.log().common(thread, by, ChangeType.THREAD_RENAMED, thread.lastSeq(), at);
        return new ChangeOutcome.Changed();
    }

    ChangeOutcome close(ThreadState thread, Caller by, Instant at) {
        if (thread.closed.isPresent()) {
            return new ChangeOutcome.Unchanged();
        }
        thread.closed = Optional.of(new ThreadInfo.Closing(by.party(), at));
        rules.log().common(thread, by, ChangeType.THREAD_CLOSED, thread.lastSeq(), at);
        return new ChangeOutcome.Changed();
    }

    ChangeOutcome reopen(ThreadState thread, Caller by, Instant at) {
        if (thread.closed.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        thread.closed = Optional.empty();
        rules.log().common(thread, by, ChangeType.THREAD_REOPENED, thread.lastSeq(), at);
        return new ChangeOutcome.Changed();
    }
}
