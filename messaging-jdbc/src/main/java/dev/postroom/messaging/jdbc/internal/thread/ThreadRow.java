package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.ThreadShape;
import java.sql.SQLException;

/**
 * A locked thread, as far as changing it needs to know.
 *
 * @param shape its shape
 * @param subject its subject
 * @param closed whether it is closed
 * @param revision its revision
 * @param memberCount how many members it has
 * @param minimumMembers how many must remain
 * @param large whether it is large
 * @param lastSeq its last seq
 * @param numbers all its numbers, as parameters of statements under the same lock
 */
public record ThreadRow(
        ThreadShape shape,
        String subject,
        boolean closed,
        long revision,
        int memberCount,
        int minimumMembers,
        boolean large,
        long lastSeq,
        Params numbers) {

    static ThreadRow of(Row row) throws SQLException {
        Params numbers = Params.none()
                .with("created_at", row.number("created_at"))
                .with("revive_history", row.flag("revive_history"))
                .with("last_seq", row.number("last_seq"))
                .with("everyone_seq", row.number("everyone_seq"))
                .with("total_all", row.number("total_all"))
                .with("total_notes", row.number("total_notes"))
                .with("active_all_seq", row.number("active_all_seq"))
                .with("active_internal_seq", row.number("active_internal_seq"))
                .with("active_all_at", row.number("active_all_at"))
                .with("activity_at", row.number("activity_at"));
        return new ThreadRow(
                row.constant(Codes.SHAPE, "shape"),
                row.text("subject"),
                row.has("closed_at"),
                row.number("revision"),
                (int) row.number("member_count"),
                (int) row.number("min_members"),
                row.flag("large"),
                row.number("last_seq"),
                numbers);
    }

    /** Leaves out the subject, so that no log ever holds it. */
    @Override
    public String toString() {
        return "ThreadRow[" + shape + ", revision " + revision + "]";
    }
}
