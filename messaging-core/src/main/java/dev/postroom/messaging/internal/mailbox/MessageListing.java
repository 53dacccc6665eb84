package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.internal.input.Cursors;
import dev.postroom.messaging.internal.input.PageSize;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RangeQuery.Way;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lists messages. Because seqs have no gaps, a page is a range of seqs. It takes one storage call, at the same cost
 * anywhere in the thread. If the reader sees nothing in a range, the next range is read, which is larger.
 */
final class MessageListing {

    private static final int MAX_WIDTH = 1_000;

    private final DefaultMessaging engine;
    private final Caller by;

    MessageListing(DefaultMessaging engine, Caller by) {
        this.engine = engine;
        this.by = by;
    }

    Page<MessageView> page(ThreadId thread, MessageQuery query) {
        engine.storage();
        Limits limits = engine.settings().limits();
        int size = PageSize.of(query.size(), limits.defaultPageSize(), limits.maximumPageSize());
        Cursors cursors = new Cursors("messages", by.tenant(), by.party().key(), thread, query.from(), query.seq());
        Way direction = query.from().ascending() ? Way.UP : Way.DOWN;
        boolean unread = query.after().isEmpty() && query.from() == MessageQuery.From.FIRST_UNREAD;
        long start = query.after().map(cursors::readSeq).orElseGet(() -> start(query, size));
        int width = size;
        MessageRange found = range(thread, unread ? Way.UP_FROM_UNREAD : direction, start, width);
        while (found.messages().isEmpty() && found.next().isPresent()) {
            width = Math.min(width * 2, MAX_WIDTH);
            found = range(thread, direction, found.next().getAsLong(), width);
        }
        return page(found, size, direction, cursors);
    }

    /**
     * Returns the first seq to read in the direction of the query. The storage limits the range to what the reader can
     * see.
     */
    private static long start(MessageQuery query, int size) {
        return switch (query.from()) {
            case NEWEST -> Long.MAX_VALUE;
            case OLDEST, FIRST_UNREAD -> 0;
            case BELOW -> query.seq() - 1;
            case ABOVE -> Math.min(query.seq(), Long.MAX_VALUE - 1) + 1;
            case AROUND -> query.seq() - size / 2;
        };
    }

    private MessageRange range(ThreadId thread, Way way, long start, int width) {
        RangeQuery query = new RangeQuery(by, way, Position.of(thread, Math.max(start, 0)), width);
        return engine.storage().messages().range(query).orElseThrow(() -> Refusals.missing(thread));
    }

    /** Returns the beginning of a range as a page, because a range can be wider than a page. */
    private static Page<MessageView> page(MessageRange found, int size, Way way, Cursors cursors) {
        List<MessageView> items = found.messages();
        OptionalLong next = found.next();
        if (items.size() > size) {
            items = items.subList(0, size);
            next = OptionalLong.of(items.get(size - 1).seq() + (way == Way.DOWN ? -1 : 1));
        }
        Optional<Cursor> cursor = next.isPresent() ? Optional.of(cursors.write(next.getAsLong())) : Optional.empty();
        return new Page<>(items, cursor, OptionalLong.empty());
    }
}
