package dev.postroom.messaging.internal;

import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.Caller;
import java.util.List;

/** Answers single things. */
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
        ThreadId thread = message(message).position().threadId();
        boolean manages = thread(thread).mine().rights().has(Right.MANAGE);
        return engine.storage().messages().recipients(by, message).stream()
                .filter(recipient -> manages || recipient.party().equals(by.party()))
                .toList();
    }

    List<Member> members(ThreadId thread) {
        thread(thread);
        return engine.storage()
                .boxes()
                .members(by, List.of(thread), Integer.MAX_VALUE)
                .getOrDefault(thread, List.of());
    }

    UnreadTotals unread() {
        return engine.storage().boxes().unread(by, engine.settings().limits().unreadThreads());
    }

    UnreadTotals unreadExactly() {
        return engine.storage().boxes().unread(by, Integer.MAX_VALUE - 1);
    }
}
