package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import dev.postroom.messaging.testkit.inmemory.internal.state.Uniqueness;
import java.util.Optional;

/** Creates threads. */
public class ThreadCreator {

    private final Rules rules;

    ThreadCreator(Rules rules) {
        this.rules = rules;
    }

    CreateOutcome create(TenantData data, CreateThread command) {
        Optional<SendOutcome> used = Uniqueness.judge(data, command.key());
        if (used.isPresent()) {
            return used.get();
        }
        Optional<ThreadId> taken = command.pair().flatMap(data::pair);
        if (taken.isPresent()) {
            return new CreateOutcome.PairTaken(taken.get());
        }
        refuseDuplicates(data, command);
        ThreadState thread = start(data, command);
        return command.first()
                .map(first -> first(data, thread, command, first))
                .orElseGet(() -> new CreateOutcome.Created(thread.id));
    }

    private static void refuseDuplicates(TenantData data, CreateThread command) {
        if (data.threads.containsKey(command.id())) {
            throw Uniqueness.duplicate("thread " + command.id());
        }
        command.first().ifPresent(first -> Uniqueness.refuseKnown(data, first.id()));
        if (command.members().stream().map(NewMember::party).distinct().count()
                != command.members().size()) {
            throw Uniqueness.duplicate("member of this name in thread " + command.id());
        }
    }

    private ThreadState start(TenantData data, CreateThread command) {
        ThreadState thread = new ThreadState(command, data.keys);
        for (NewMember member : command.members()) {
            thread.add(new MemberState(member.party(), member.rights(), command.at()));
        }
        data.threads.put(thread.id, thread);
        command.pair().ifPresent(pair -> data.pairs.put(data.keys.claim(pair), thread.id));
        rules.log().common(thread, command.by(), ChangeType.THREAD_CREATED, 0, command.at());
        return thread;
    }

    /** Stores the first message. It has the time of the thread itself, because no activity is older than it. */
    private CreateOutcome first(TenantData data, ThreadState thread, CreateThread command, NewMessage first) {
        MemberState author = thread.member(command.by().party()).orElseThrow();
        StoredMessage message = rules.appending().put(thread, author, first, command.at());
        data.messages.put(message.id(), message.message().position());
        command.key().ifPresent(key -> Uniqueness.use(data, key, message));
        rules.log().common(thread, command.by(), ChangeType.MESSAGE_CREATED, message.seq(), command.at());
        return new SendOutcome.Stored(message.id(), message.message().position(), message.createdAt());
    }
}
