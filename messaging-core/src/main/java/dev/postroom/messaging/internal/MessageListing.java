package dev.postroom.messaging.internal;

import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Acting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lists messages. Seqs are contiguous, so a page is a range of seqs and costs the same wherever it lies; where the reader
 * sees nothing in a range, the next and larger one is read.
 */
final class MessageListing {

    private static final int WIDEST = 1_000;

    private final Engine engine;
    private final Acting by;

    MessageListing(Engine engine, Acting by) {
        this.engine = engine;
        this.by = by;
    }

    Page<MessageView> page(ThreadId thread, MessageQuery query) {
        engine.storage();
        int size = PageSize.of(query.size(), engine.settings().limits());
        Cursors cursors = new Cursors("messages", by.tenant(), by.party().key(), thread, query.from(), query.seq());
        OptionalLong after = query.after().isPresent()
                ? OptionalLong.of(cursors.readSeq(query.after().get()))
                : OptionalLong.empty();
        ReaderState reader = engine.storage()
                .boxes()
                .find(by, thread, 0)
                .orElseThrow(() -> Refusals.missing(thread))
                .mine();
        return query.from().ascending()
                ? ascending(
                        thread,
                        after.isPresent() ? after.getAsLong() : start(query, reader, size),
                        size,
                        reader,
                        cursors)
                : descending(
                        thread,
                        after.isPresent() ? after.getAsLong() : start(query, reader, size),
                        size,
                        reader,
                        cursors);
    }

    /** The first seq to look at, in the direction of the query. */
    private static long start(MessageQuery query, ReaderState reader, int size) {
        return switch (query.from()) {
            case NEWEST -> reader.lastSeq();
            case OLDEST -> reader.firstSeq();
            case BELOW -> query.seq() - 1;
            case ABOVE -> Math.min(query.seq(), reader.lastSeq()) + 1;
            case AROUND -> query.seq() - size / 2;
            case FIRST_UNREAD -> reader.readSeq() + 1;
        };
    }

    private Page<MessageView> ascending(ThreadId thread, long start, int size, ReaderState reader, Cursors cursors) {
        long from = Math.max(start, reader.firstSeq());
        int width = size;
        while (from <= reader.lastSeq()) {
            long to = Math.min(from + width - 1, reader.lastSeq());
            List<MessageView> found = engine.storage().messages().range(by, thread, from, to);
            if (!found.isEmpty()) {
                boolean cut = found.size() > size;
                List<MessageView> items = cut ? found.subList(0, size) : found;
                long next = cut ? items.get(size - 1).seq() + 1 : to + 1;
                return page(items, next <= reader.lastSeq(), next, cursors);
            }
            from = to + 1;
            width = Math.min(width * 2, WIDEST);
        }
        return page(List.of(), false, 0, cursors);
    }

    private Page<MessageView> descending(ThreadId thread, long start, int size, ReaderState reader, Cursors cursors) {
        long to = Math.min(start, reader.lastSeq());
        int width = size;
        while (to >= reader.firstSeq()) {
            long from = Math.max(to - width + 1, reader.firstSeq());
            List<MessageView> found =
                    new ArrayList<>(engine.storage().messages().range(by, thread, from, to));
            if (!found.isEmpty()) {
                Collections.reverse(found);
                boolean cut = found.size() > size;
                List<MessageView> items = cut ? found.subList(0, size) : found;
                long next = cut ? items.get(size - 1).seq() - 1 : from - 1;
                return page(items, next >= reader.firstSeq(), next, cursors);
            }
            to = from - 1;
            width = Math.min(width * 2, WIDEST);
        }
        return page(List.of(), false, 0, cursors);
    }

    private static Page<MessageView> page(List<MessageView> items, boolean more, long next, Cursors cursors) {
        Optional<Cursor> cursor = more ? Optional.of(cursors.write(next)) : Optional.empty();
        return new Page<>(items, cursor, OptionalLong.empty());
    }
}
