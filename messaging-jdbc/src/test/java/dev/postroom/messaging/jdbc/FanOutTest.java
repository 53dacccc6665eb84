package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which members' rows are written: in small threads all, in large ones the author's. */
class FanOutTest {

    private static final int LIMIT = 6;

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final RoundTrips trips = new RoundTrips(pool);
    private final JdbcStorage storage = open(LIMIT);
    private final ThreadId thread = newThread();

    @AfterEach
    void end() {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        pool.dispose();
    }

    private JdbcStorage open(int limit) {
        return JdbcStorage.open(trips, JdbcOptions.defaults().fanOutLimit(limit).migrate());
    }

    /** The member rows that an operation leaves otherwise than it found them. */
    private int written(Runnable operation) {
        List<String> after = new ArrayList<>();
        List<String> before = Tables.rows(pool, "postroom_member");
        operation.run();
        after.addAll(Tables.rows(pool, "postroom_member"));
        after.removeAll(before);
        return after.size();
    }

    private void send(Party author) {
        assertThat(storage.messages().append(append(author, thread, message("Tomorrow"))))
                .isInstanceOf(SendOutcome.Stored.class);
    }

    private static List<Party> others(int from, int to) {
        return IntStream.range(from, to)
                .<Party>mapToObj(number -> UserId.of("other-" + number))
                .toList();
    }

    private void add(JdbcStorage by, List<Party> parties) {
        List<NewMember> members = parties.stream()
                .map(party -> new NewMember(party, Rights.MEMBER, NewMember.History.FULL))
                .toList();
        change(by, new ThreadChange.AddMembers(members, 10_000));
    }

    private void remove(JdbcStorage by, List<Party> parties) {
        change(by, new ThreadChange.RemoveMembers(parties));
    }

    private static void assertChanged(ChangeOutcome outcome) {
        assertThat(outcome).isEqualTo(new ChangeOutcome.Changed());
    }

    private void change(JdbcStorage by, ThreadChange change) {
        assertChanged(by.threads().change(as(ANNA), thread, change, OptionalLong.empty(), NOW));
    }

    @Test
    void aMessageWritesTheRowsOfASmallThread() {
        storage.threads().create(group(thread, LIMIT - 2));
        assertThat(written(() -> send(BOB))).isEqualTo(LIMIT);
    }

    @Test
    void aMessageToAThousandWritesAsManyRowsAsOneToTen() {
        for (int members : List.of(10, 1_000)) {
            ThreadId large = newThread();
            storage.threads().create(group(large, members - 2));
            trips.take();
            assertThat(written(() -> storage.messages().append(append(BOB, large, message("Tomorrow")))))
                    .as("of %s", members)
                    .isEqualTo(1);
            assertThat(trips.takeTexts()).hasSize(6);
            assertThat(storage.boxes().unread(as(ANNA), 10).messages()).isPositive();
        }
    }

    @Test
    void whoJoinsAtTheLimitMakesTheThreadLargeAtOnce() {
        storage.threads().create(group(thread, LIMIT - 2));
        add(storage, others(LIMIT, LIMIT + 1));
        assertThat(written(() -> send(BOB))).isEqualTo(1);
    }

    @Test
    void aLargeThreadIsSmallAgainWithHalfAsMany() {
        storage.threads().create(group(thread, LIMIT - 1));
        send(BOB);
        remove(storage, others(1, LIMIT - 2));
        assertThat(written(() -> send(BOB))).isEqualTo(1);
        remove(storage, others(0, 1));
        assertThat(written(() -> send(BOB))).isEqualTo(LIMIT / 2);
        add(storage, others(0, LIMIT / 2));
        assertThat(written(() -> send(BOB))).isEqualTo(LIMIT);
    }

    @Test
    void aThreadStaysAsItIsUntilItsMembersChangeWhateverTheLimit() {
        JdbcStorage generous = open(100);
        storage.threads().create(group(thread, LIMIT));
        assertThat(written(() -> generous.messages().append(append(BOB, thread, message("at 9")))))
                .isEqualTo(1);
        add(generous, others(LIMIT, LIMIT + 1));
        assertThat(written(() -> send(BOB))).isEqualTo(LIMIT + 3);
        remove(storage, others(0, 1));
        assertThat(written(() -> generous.messages().append(append(BOB, thread, message("Yes")))))
                .isEqualTo(1);
    }

    @Test
    void threadsOfMoreThanTwentyAreLargeByDefault() {
        JdbcStorage byDefault = JdbcStorage.open(trips, JdbcOptions.defaults());
        ThreadId large = newThread();
        byDefault.threads().create(group(thread, 18));
        byDefault.threads().create(group(large, 19));
        assertThat(written(() -> send(BOB))).isEqualTo(20);
        assertThat(written(() -> storage.messages().append(append(BOB, large, message("Tomorrow")))))
                .isEqualTo(1);
    }

    @Test
    void aLimitIsOneOrMore() {
        assertThatThrownBy(() -> JdbcOptions.defaults().fanOutLimit(0))
                .isInstanceOf(InvalidException.class)
                .hasMessage("fanOutLimit must be at least 1, is 0");
    }
}
