package dev.postroom.messaging.jdbc.internal.box;

import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.BoxEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Threads as they stand in somebody's mailbox, read from the rows of {@link SummarySql}. */
public final class Summaries {

    private static final int ARCHIVED = 2;

    private Summaries() {}

    static BoxEntry entry(Row row) throws SQLException {
        return new BoxEntry(row.time("ordered_at"), summary(row));
    }

    static ThreadSummary summary(Row row) throws SQLException {
        return new ThreadSummary(info(row, "thread_id"), state(row), last(row));
    }

    public static ThreadInfo info(Row row, String id) throws SQLException {
        return new ThreadInfo(
                row.thread(id),
                row.constant(Codes.SHAPE, "shape"),
                row.text("subject"),
                row.party("created_by"),
                row.time("created_at"),
                row.time("updated_at"),
                (int) row.number("member_count"),
                closing(row),
                row.number("revision"));
    }

    private static Optional<ThreadInfo.Closing> closing(Row row) throws SQLException {
        Optional<Instant> at = row.optionalTime("closed_at");
        return at.isEmpty() ? Optional.empty() : Optional.of(new ThreadInfo.Closing(row.party("closed_by"), at.get()));
    }

    private static ReaderState state(Row row) throws SQLException {
        long deleted = row.number("deleted_seq");
        long stars = row.number("stars");
        return new ReaderState(
                row.number("from_seq") + 1,
                row.number("visible_seq"),
                row.number("read_seq"),
                row.number("unread"),
                row.rights(),
                row.flag("active"),
                row.number("box") == ARCHIVED,
                deleted > 0 && Math.max(row.number("newest_seq"), row.number("own_seq")) <= deleted,
                (int) (stars % SummarySql.THREAD_STAR),
                stars >= SummarySql.THREAD_STAR,
                row.time("activity_at"));
    }

    private static Optional<LastMessage> last(Row row) throws SQLException {
        if (!row.has("last_id")) {
            return Optional.empty();
        }
        return Optional.of(new LastMessage(
                row.message("last_id"),
                new Position(row.thread("thread_id"), row.number("last_seq")),
                row.party("last_author"),
                row.time("last_sent_at"),
                whole(row.text("last_text"))));
    }

    /** Leaves out the half of a character at which the database may have cut; it was asked for one more. */
    private static String whole(String text) {
        int end = text.length() - 1;
        return end >= 0 && Character.isHighSurrogate(text.charAt(end)) ? text.substring(0, end) : text;
    }
}
