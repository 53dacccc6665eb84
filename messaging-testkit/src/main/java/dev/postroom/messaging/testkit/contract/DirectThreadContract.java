package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.CreateOutcome;
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
        Talk talk = direct(ANNA, BOB);

        assertChangesNothing(
                new CreateOutcome.PairTaken(talk.id()),
                () -> opening(ANNA).directWith(BOB).create());
        assertChangesNothing(
                new CreateOutcome.PairTaken(talk.id()),
                () -> opening(BOB).directWith(ANNA).says("hello").create());
    }

    @Test
    void aPairIsFoundAgainWithMessages() {
        Talk talk = opening(ANNA).directWith(BOB).says("hello").talk();

        assertThat(opening(BOB).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(talk.id()));
    }

    @Test
    void oneHasOneThreadWithOneself() {
        Talk talk = direct(ANNA, ANNA);

        assertThat(talk.info().memberCount()).isEqualTo(1);
        assertThat(opening(ANNA).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(talk.id()));
        assertThat(direct(ANNA, BOB).id()).isNotEqualTo(talk.id());
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
        Talk talk = direct(UserId.of("a"), UserId.of("bc"));

        assertThat(direct(UserId.of("ab"), UserId.of("c")).id()).isNotEqualTo(talk.id());
        assertThat(direct(UserId.of("a|bc"), UserId.of("d")).id())
                .isNotEqualTo(direct(UserId.of("a"), UserId.of("bc|d")).id());
        assertThat(direct(UserId.of("a"), UserId.of("u:b")).id())
                .isNotEqualTo(direct(UserId.of("au:"), UserId.of("b")).id());
    }

    @Test
    void groupsOfTheSamePeopleAreAsManyAsOneLikes() {
        Talk direct = direct(ANNA, BOB);

        assertThat(List.of(direct.id(), group(ANNA, BOB).id(), group(ANNA, BOB).id()))
                .doesNotHaveDuplicates();
    }
}
