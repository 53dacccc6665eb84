package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.internal.input.Cursors;
import dev.postroom.messaging.internal.input.PageSize;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists threads: one storage call for the page, and one more for each kind of detail that the query asks for. */
final class ThreadListing {

    private static final int MAX_SENDERS = 20;

    private final DefaultMessaging engine;
    private final Caller by;

    ThreadListing(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.by = by;
    }

    Page<ThreadSummary> page(ThreadQuery query) {
        BoxStore boxes = engine.storage().boxes();
        Limits limits = engine.settings().limits();
        int size = PageSize.of(query.size(), limits.defaultPageSize(), limits.maximumPageSize());
        PageSize.atMost("members", query.members(), limits.maximumPageSize());
        PageSize.atMost("messages", query.messages(), limits.maximumPageSize());
        BoxQuery.Filter filter = BoxQuery.Filter.valueOf(query.readState().name());
        Cursors cursors = new Cursors("threads", by.tenant(), by.party().key(), query.box(), filter);
        Optional<BoxQuery.Place> after = query.after().map(cursors::readPlace);
        long offset = query.page().isPresent() ? (query.page().getAsInt() - 1L) * size : 0;
        List<BoxEntry> entries = boxes.page(new BoxQuery(
                by, query.box(), filter, after, offset, size + 1, limits.previewLength() + Previews.SPARE));
        Optional<Cursor> next = Optional.empty();
        if (entries.size() > size) {
            entries = entries.subList(0, size);
            BoxEntry last = entries.get(size - 1);
            next = Optional.of(cursors.write(
                    new BoxQuery.Place(last.orderedAt(), last.summary().threadId())));
        }
        List<ThreadSummary> threads = entries.stream()
                .map(entry -> Previews.shortened(entry.summary(), limits.previewLength()))
                .toList();
        OptionalLong total =
                query.total() ? OptionalLong.of(boxes.count(by, query.box(), filter)) : OptionalLong.empty();
        return new Page<>(detailed(threads, query), next, total);
    }

    private List<ThreadSummary> detailed(List<ThreadSummary> threads, ThreadQuery query) {
        if (threads.isEmpty() || (query.members() == 0 && !query.senders() && query.messages() == 0)) {
            return threads;
        }
        List<ThreadId> ids = threads.stream().map(ThreadSummary::threadId).toList();
        BoxStore boxes = engine.storage().boxes();
        Map<ThreadId, List<Party>> senders = query.senders() ? boxes.senders(by, ids, MAX_SENDERS) : Map.of();
        Map<ThreadId, List<Member>> members = query.members() > 0 ? boxes.members(by, ids, query.members()) : Map.of();
        Map<ThreadId, List<MessageView>> messages =
                query.messages() > 0 ? engine.storage().messages().latest(by, ids, query.messages()) : Map.of();
        return threads.stream()
                .map(thread -> new ThreadSummary(
                        thread.thread(),
                        thread.mine(),
                        thread.last(),
                        senders.getOrDefault(thread.threadId(), List.of()),
                        members.getOrDefault(thread.threadId(), List.of()),
                        messages.getOrDefault(thread.threadId(), List.of())))
                .toList();
    }
}
