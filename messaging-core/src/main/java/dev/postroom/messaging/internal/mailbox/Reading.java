package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.RecipientList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads single threads and messages, members, recipients and totals. */
final class Reading {

    private final DefaultMessaging engine;
    private final Caller by;

    Reading(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.by = by;
    }

    ThreadSummary thread(ThreadId thread) {
        int limit = engine.settings().limits().previewLength();
        return engine.storage()
                .boxes()
                .find(by, thread, limit + Previews.SPARE)
                .map(summary -> Previews.shortened(summary, limit))
                .orElseThrow(() -> Refusals.missing(thread));
    }

    MessageView message(MessageId message) {
        return engine.storage().messages().find(by, message).orElseThrow(() -> Refusals.missing(message));
    }

    List<Recipient> recipients(MessageId message) {
        RecipientList answer =
                engine.storage().messages().recipients(by, message).orElseThrow(() -> Refusals.missing(message));
        boolean manages = answer.readerRights().has(Right.MANAGE);
        return answer.recipients().stream()
                .filter(recipient -> manages || recipient.party().equals(by.party()))
                .toList();
    }

    /** Lists the members by one storage call. A second call, for the thread, could see another moment. */
    List<Member> members(ThreadId thread) {
        Map<ThreadId, List<Member>> members = engine.storage().boxes().members(by, List.of(thread), Integer.MAX_VALUE);
        return Optional.ofNullable(members.get(thread)).orElseThrow(() -> Refusals.missing(thread));
    }

    UnreadTotals unread() {
        return engine.storage().boxes().unread(by, engine.settings().limits().unreadThreads());
    }

    UnreadTotals unreadExactly() {
        return engine.storage().boxes().unread(by, Integer.MAX_VALUE - 1);
    }
}
