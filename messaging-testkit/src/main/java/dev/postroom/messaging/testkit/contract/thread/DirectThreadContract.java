package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That two parties have one direct thread, whichever way round, and that no two pairs are taken for each other.
 *
 * <p>Not asserted: names that differ in case, accents or blanks, which are in {@link IdentityContract}, and pairs
 * created at the same time.
 */
public abstract class DirectThreadContract extends StorageContract {

    /** For adapters to extend. */
    protected DirectThreadContract() {}

    @Test
    void aPairHasOneThreadWhicheverWayRound() {
        TestThread testThread = direct(ANNA, BOB);

        assertChangesNothing(
                new CreateOutcome.PairTaken(testThread.id()),
                () -> opening(ANNA).directWith(BOB).create());
        assertChangesNothing(
                new CreateOutcome.PairTaken(testThread.id()),
                () -> opening(BOB).directWith(ANNA).says("hello").create());
    }

    @Test
    void aPairIsFoundAgainWithMessages() {
        TestThread testThread = opening(ANNA).directWith(BOB).says("hello").testThread();

        assertThat(opening(BOB).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(testThread.id()));
    }

    @Test
    void oneHasOneThreadWithOneself() {
        TestThread testThread = direct(ANNA, ANNA);

        assertThat(testThread.info().memberCount()).isEqualTo(1);
        assertThat(opening(ANNA).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(testThread.id()));
        assertThat(direct(ANNA, BOB).id()).isNotEqualTo(testThread.id());
    }

    @Test
    void theSameIdOfAnotherKindIsAnotherPair() {
        List<Party> fortyTwos = List.of(UserId.of("42"), GuestId.of("42"), ApplicationId.of("42"), SystemId.of("42"));

        assertThat(fortyTwos.stream().map(other -> direct(ANNA, other).id()))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void namesThatJoinToTheSameTextAreDifferentPairs() {
        TestThread testThread = direct(UserId.of("a"), UserId.of("bc"));

        assertThat(direct(UserId.of("ab"), UserId.of("c")).id()).isNotEqualTo(testThread.id());
        assertThat(direct(UserId.of("a|bc"), UserId.of("d")).id())
                .isNotEqualTo(direct(UserId.of("a"), UserId.of("bc|d")).id());
        assertThat(direct(UserId.of("a"), UserId.of("u:b")).id())
                .isNotEqualTo(direct(UserId.of("au:"), UserId.of("b")).id());
    }

    @Test
    void groupsOfTheSamePeopleAreAsManyAsOneLikes() {
        TestThread direct = direct(ANNA, BOB);

        assertThat(List.of(direct.id(), group(ANNA, BOB).id(), group(ANNA, BOB).id()))
                .doesNotHaveDuplicates();
    }
}
