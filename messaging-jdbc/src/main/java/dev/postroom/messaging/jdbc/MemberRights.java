package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import java.sql.SQLException;

/**
 * What a row of a member says of what it may do.
 *
 * @param rights its rights
 * @param active whether it is a member now
 */
record MemberRights(Rights rights, boolean active) {

    static MemberRights of(Row row) throws SQLException {
        return new MemberRights(row.rights(), row.flag("active"));
    }

    boolean may(Right right) {
        return rights.has(right);
    }
}
