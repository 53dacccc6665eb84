package dev.postroom.examples.quickstart;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the database with the input, through nothing but the API: every message that was not refused is there, in
 * order, once, with its text and author, and nothing else is.
 */
final class Check {

    private static final int PAGE = 100;

    private final Messaging messaging;

    Check(Messaging messaging) {
        this.messaging = messaging;
    }

    /** Answers what differs; nothing if all is well. */
    List<String> differences(List<Replayed> all, VerifyReport verified) {
        List<String> differences = new ArrayList<>();
        long threads = 0;
        long messages = 0;
        for (Replayed replayed : all) {
            String id = replayed.conversation().id();
            difference(replayed).ifPresent(found -> differences.add(id + ": " + found));
            threads += replayed.thread().isPresent() ? 1 : 0;
            messages += replayed.accepted().size();
        }
        // the threads were read one by one: only the totals can tell that there is nothing beside them
        if (verified.threads() != threads || verified.messages() != messages) {
            differences.add("the input gives " + threads + " threads with " + messages + " messages, the database has "
                    + verified.threads() + " with " + verified.messages());
        }
        return differences;
    }

    /** The first difference in a conversation: what follows it may only be shifted. */
    private Optional<String> difference(Replayed replayed) {
        List<Conversation.Entry> expected = replayed.accepted();
        List<MessageView> found;
        try {
            found = replayed.thread()
                    .map(id -> read(replayed.conversation(), id))
                    .orElse(List.of());
        } catch (NotFoundException e) {
            return Optional.of(e.getMessage());
        }
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            Conversation.Entry message = expected.get(i);
            MessageView view = found.get(i);
            if (view.seq() != i + 1
                    || !view.author().equals(message.from())
                    || !view.text().equals(message.text())) {
                return Optional.of("line " + message.line() + " is not what stands at seq " + view.seq());
            }
        }
        return expected.size() == found.size()
                ? Optional.empty()
                : Optional.of(expected.size() + " messages expected, " + found.size() + " found");
    }

    /** Reads a whole thread page by page, as the participant named last: whoever is in a thread sees all of it. */
    private List<MessageView> read(Conversation conversation, ThreadId thread) {
        List<UserId> participants = conversation.participants();
        Mailbox reader = messaging.as(participants.get(participants.size() - 1));
        MessageQuery query = MessageQuery.oldest().first(PAGE);
        List<MessageView> all = new ArrayList<>();
        Page<MessageView> page = reader.messages(thread, query);
        all.addAll(page.items());
        while (page.hasMore()) {
            page = reader.messages(thread, query.after(page.next().orElseThrow()));
            all.addAll(page.items());
        }
        return all;
    }
}
