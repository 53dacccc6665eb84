package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A block in which what must follow did not happen, as after a statement that was killed without a word, is undone. */
@Tag("slow")
class MariaDbBlocksTest {

    private static final int BROKEN_OFF = 1317;
    private static final String NOTHING = "update blocks set v = v + 1 where 1 = 0";

    @BeforeEach
    void fill() {
        Tables.execute(
                TestServer.MARIADB.pool(), List.of("create table blocks (v int)", "insert into blocks values (0)"));
    }

    @AfterEach
    void drop() {
        Tables.execute(TestServer.MARIADB.pool(), List.of("drop table blocks"));
    }

    private static void run(Script.Part... parts) throws SQLException {
        String text = new MariaDbDialect().script(new Script(List.of(parts), "select 1 as answer"));
        try (Connection connection = TestServer.MARIADB.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    private static long written() {
        return Tables.count(TestServer.MARIADB.pool(), "blocks where v > 0");
    }

    @Test
    void whatDecidedIsUndoneIfNothingFollows() {
        Script.Part decides = Script.deciding("update blocks set v = v + 1", false);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(decides, Script.following("true", NOTHING, NOTHING)))
                .matches(failure -> failure.getErrorCode() == BROKEN_OFF);
        assertThat(written()).isZero();
    }

    @Test
    void oneOfThemIsEnoughAndNoneIsDueWhereNothingWasDecided() throws SQLException {
        run(Script.deciding(NOTHING, false), Script.following("true", NOTHING));
        assertThat(written()).isZero();
        Script.Part decides = Script.deciding("update blocks set v = v + 1", false);
        run(decides, Script.following("true", NOTHING, "update blocks set v = v + 1"));
        assertThat(written()).isOne();
        run(decides, Script.following("false", NOTHING));
    }

    @Test
    void aClaimThatNothingFollowsIsUndone() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> run(Script.claiming("insert into blocks (v) values (1)"), Script.deciding(NOTHING, true)))
                .matches(failure -> failure.getErrorCode() == BROKEN_OFF);
        assertThat(written()).isZero();
    }
}
