package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Another transaction that writes messages was open on an H2 file for as long as this one could wait for it. */
public final class OtherWriter extends JdbiException {

    public static final String WHAT =
            "another transaction that changes messages or mailboxes is open on this H2 file, and only one may be: commit"
                    + " or roll back the host's transaction that holds it, or use a database server; waiting for it failed";

    private static final long serialVersionUID = 1L;

    public OtherWriter(SQLException timeout) {
        super(timeout);
    }
}
