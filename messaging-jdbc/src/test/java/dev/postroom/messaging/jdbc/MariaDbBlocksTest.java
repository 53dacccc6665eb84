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
    private static final String CHANGE = "update blocks set v = v + 1";
    private static final Script.Part DECIDES = Script.deciding(CHANGE, false);
    private static final Script.Part LOCKING = locking("", "false");

    private static Script.Part locking(String where, String large) {
        return new Script.Locking("select " + large + " into postroom_large from blocks t " + where + " for update");
    }

    private static Script.Part members(String small, String large, String when) {
        return new Script.Members(small, large, when);
    }

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
        String text = MariaDbBlocks.script(new Script(List.of(parts), "select 1 as answer", "select 1 as answer"));
        try (Connection connection = TestServer.MARIADB.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    private static long written() {
        return Tables.count(TestServer.MARIADB.pool(), "blocks where v > 0");
    }

    private static void refused(Script.Part... parts) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(parts))
                .matches(failure -> failure.getErrorCode() == BROKEN_OFF);
        assertThat(written()).isZero();
    }

    @Test
    void whatDecidedIsUndoneIfNothingFollows() {
        refused(DECIDES, Script.following(NOTHING, "1"));
        refused(LOCKING, DECIDES, members(NOTHING, CHANGE, "true"));
    }

    @Test
    void whatDecidedIsUndoneIfLessFollows() {
        refused(DECIDES, Script.following(CHANGE, "2"));
    }

    @Test
    void whatDecidedIsUndoneIfTheLockWasOverlooked() {
        refused(locking("where t.v > 100", "false"), DECIDES, members(CHANGE, CHANGE, "true"));
    }

    @Test
    void oneOfThemIsEnoughAndNoneIsDueWhereNothingWasDecided() throws SQLException {
        run(Script.deciding(NOTHING, false), Script.following(NOTHING, "1"));
        assertThat(written()).isZero();
        run(locking("where t.v > 100", "false"), Script.deciding(NOTHING, false), members(NOTHING, NOTHING, "true"));
        assertThat(written()).isZero();
        run(LOCKING, DECIDES, members(CHANGE, NOTHING, "true"));
        assertThat(written()).isOne();
        run(locking("", "true"), DECIDES, members(NOTHING, CHANGE, "true"));
        run(LOCKING, DECIDES, members(NOTHING, NOTHING, "false"));
    }

    @Test
    void aClaimThatNothingFollowsIsUndone() {
        refused(Script.claiming("insert into blocks (v) values (1)"), Script.deciding(NOTHING, true));
    }
}
