package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.jdbc.internal.dialect.MariaDbPlans;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Assignment;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Guard;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Lock;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Raise;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Update;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A block in which a step did not do what it had to, as after a statement that was killed without a word, is undone. */
@Tag("slow")
class MariaDbPlansTest {

    private static final int BROKEN_OFF = 1317;
    private static final Rows ALL = new Rows("blocks b", "1 = 1");
    private static final Rows NONE = new Rows("blocks b", "1 = 0");

    @BeforeEach
    void fill() {
        Tables.execute(
                TestServer.MARIADB.pool(),
                List.of("create table blocks (v int primary key)", "insert into blocks values (0)"));
    }

    @AfterEach
    void drop() {
        Tables.execute(TestServer.MARIADB.pool(), List.of("drop table blocks"));
    }

    private static Step change(Rows rows, Expected expected) {
        return new Update("changed", rows, "v = v + 1", Optional.empty(), "", expected);
    }

    private static Insert insert(String from) {
        return new Insert("inserted", "blocks", "v", "1", Optional.of(new Rows("dual", from)), Expected.ONE);
    }

    private static Lock lock(String where) {
        Rows locked = new Rows("blocks t", where);
        return new Lock(locked, "t.v", List.of(Value.flag("locked", "true")), new Guard(ALL, "true"));
    }

    private static void run(Optional<Lock> lock, Step... steps) throws SQLException {
        WritePlan plan = new WritePlan("test", lock, List.of(steps), List.of(), Optional.empty());
        try (Connection connection = TestServer.MARIADB.pool().getConnection();
                Statement variables = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(MariaDbPlans.text(plan))) {
            variables.execute("set @looked = 0");
            statement.execute();
        }
    }

    private static long written() {
        return Tables.count(TestServer.MARIADB.pool(), "blocks where v > 0");
    }

    private static void refused(Optional<Lock> lock, Step... steps) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> run(lock, steps))
                .matches(failure -> failure.getErrorCode() == BROKEN_OFF);
        assertThat(written()).isZero();
    }

    @Test
    void theFirstChangeIsUndoneIfAStepChangesNothing() {
        refused(Optional.empty(), change(ALL, Expected.ONE), change(NONE, Expected.ONE));
        refused(Optional.empty(), change(ALL, Expected.ONE), change(NONE, Expected.SOME));
        refused(Optional.empty(), change(ALL, Expected.ONE), insert("1 = 0"));
    }

    @Test
    void theFirstChangeIsUndoneIfAStepChangesLess() {
        refused(Optional.empty(), change(ALL, Expected.ONE), change(ALL, new Expected("2", false)));
    }

    @Test
    void theFirstChangeIsUndoneIfTheLockedRowWasLost() {
        // Found only when it is looked for again.
        refused(
                Optional.of(lock("(@looked := @looked + 1) > 1")),
                new Claim(insert("1 = 1"), ""),
                change(ALL, Expected.ONE));
    }

    @Test
    void theFirstChangeIsUndoneIfARowToRaiseWasLost() {
        List<Assignment> set = List.of(new Assignment("v", "v + 1"));
        Step raise = new Raise("raised", NONE, "true", set, "done", "locked");
        refused(Optional.of(lock("t.v = 0")), change(ALL, Expected.ONE), raise);
    }

    @Test
    void aStepMayChangeNothingWhereThatIsRight() throws SQLException {
        run(Optional.empty(), change(ALL, Expected.ONE), change(NONE, Expected.ANY));
        assertThat(written()).isOne();
    }

    @Test
    void noStepFollowsWhereTheFirstOneChangesNothing() throws SQLException {
        run(Optional.empty(), change(NONE, Expected.ONE), change(ALL, Expected.ONE));
        assertThat(written()).isZero();
    }

    @Test
    void aClaimThatNoStepFollowsIsUndone() {
        refused(Optional.empty(), new Claim(insert("1 = 1"), ""), change(NONE, Expected.ONE));
    }
}
