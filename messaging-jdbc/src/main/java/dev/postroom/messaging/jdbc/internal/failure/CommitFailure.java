package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;

/** The commit of an operation of its own failed, so the operation may have happened or not. */
public final class CommitFailure extends SQLException {

    private static final long serialVersionUID = 1L;

    CommitFailure(SQLException shown) {
        super(shown.getMessage(), shown.getSQLState(), shown.getErrorCode());
        setStackTrace(shown.getStackTrace());
    }
}
