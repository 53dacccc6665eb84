package dev.postroom.messaging.jdbc.internal.dialect;

import java.util.Optional;

/** The place of the tables, for texts that name them. */
public interface TableNames {

    /** The schema that the tables are in; empty if it is whichever a connection is in. */
    Optional<String> schema();

    /** A text as it is sent, with the names of the tables. */
    String of(String text);
}
