package dev.postroom.messaging.jdbc.internal.value;

import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds the answer among all the results of several statements that were sent as one. */
public final class ResultReader {

    /** The first column of an answer. */
    public static final String ANSWER = "answer";

    private static final int NO_MORE = -1;

    private ResultReader() {}

    public static <T> Optional<T> last(PreparedStatement statement, Reader<T> reader) throws SQLException {
        Optional<T> answer = Optional.empty();
        while (true) {
            try (ResultSet result = statement.getResultSet()) {
                if (result == null && statement.getUpdateCount() == NO_MORE) {
                    return answer;
                }
                if (result != null && isAnswer(result) && result.next()) {
                    answer = Optional.of(reader.read(new Row(result)));
                }
            }
            statement.getMoreResults();
        }
    }

    private static boolean isAnswer(ResultSet result) throws SQLException {
        return result.getMetaData().getColumnLabel(1).equals(ANSWER);
    }
}
