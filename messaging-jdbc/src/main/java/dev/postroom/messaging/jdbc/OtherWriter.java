package dev.postroom.messaging.jdbc;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Another transaction that writes messages was open on an H2 file for as long as this one could wait for it. */
final class OtherWriter extends JdbiException {

    static final String WHAT =
            "another transaction that writes messages is open on this H2 file, and only one may be: end it"
                    + " first, or use JdbcStorage.embedded or another database; waiting for it failed";

    private static final long serialVersionUID = 1L;

    OtherWriter(SQLException timeout) {
        super(timeout);
    }
}
