package dev.postroom.messaging.jdbc.internal.value;

import java.sql.SQLException;

/** Numbers that a plan answers. */
@FunctionalInterface
public interface Numbers {

    /** Answers the value of this name. */
    long number(String name) throws SQLException;

    /**
     * Makes an answer of the numbers.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    interface Reader<T> {

        T read(Numbers numbers) throws SQLException;
    }
}
