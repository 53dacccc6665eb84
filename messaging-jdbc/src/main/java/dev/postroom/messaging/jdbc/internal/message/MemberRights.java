package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import java.sql.SQLException;

/**
 * The rights of a member, as its row has them.
 *
 * @param rights its rights
 * @param active whether it is a member now
 */
public record MemberRights(Rights rights, boolean active) {

    public static MemberRights of(Row row) throws SQLException {
        return new MemberRights(row.rights(), row.flag("active"));
    }

    public boolean may(Right right) {
        return rights.has(right);
    }
}
