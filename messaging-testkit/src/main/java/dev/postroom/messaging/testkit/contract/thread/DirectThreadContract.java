package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests that two parties have one direct thread, in whichever order they are named, and that no two pairs are confused.
 *
 * <p>Not asserted: names that differ in case, accents or blanks, which {@code IdentityContract} tests, and pairs created
 * at the same time.
 */
public abstract class DirectThreadContract extends StorageContract {

    /** For adapters to extend. */
    protected DirectThreadContract() {}

    @Test
    void aPairHasOneThreadWhicheverWayRound() {
        ThreadClient thread = direct(ANNA, BOB);

        assertChangesNothing(
                new CreateOutcome.PairTaken(thread.id()),
                () -> newThread(ANNA).directWith(BOB).create());
        assertChangesNothing(
                new CreateOutcome.PairTaken(thread.id()),
                () -> newThread(BOB).directWith(ANNA).says("hello").create());
    }

    @Test
    void aPairIsFoundAgainWithMessages() {
        ThreadClient thread = newThread(ANNA).directWith(BOB).says("hello").created();

        assertThat(newThread(BOB).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(thread.id()));
    }

    @Test
    void aPartyHasOneThreadWithItself() {
        ThreadClient thread = direct(ANNA, ANNA);

        assertThat(thread.info().memberCount()).isEqualTo(1);
        assertThat(newThread(ANNA).directWith(ANNA).create()).isEqualTo(new CreateOutcome.PairTaken(thread.id()));
        assertThat(direct(ANNA, BOB).id()).isNotEqualTo(thread.id());
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
        ThreadClient thread = direct(UserId.of("a"), UserId.of("bc"));

        assertThat(direct(UserId.of("ab"), UserId.of("c")).id()).isNotEqualTo(thread.id());
        assertThat(direct(UserId.of("a|bc"), UserId.of("d")).id())
                .isNotEqualTo(direct(UserId.of("a"), UserId.of("bc|d")).id());
        assertThat(direct(UserId.of("a"), UserId.of("u:b")).id())
                .isNotEqualTo(direct(UserId.of("au:"), UserId.of("b")).id());
    }

    @Test
    void theSamePartiesMayHaveManyGroups() {
        ThreadClient direct = direct(ANNA, BOB);

        assertThat(List.of(direct.id(), group(ANNA, BOB).id(), group(ANNA, BOB).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void membersOfADirectThreadNeverChange() {
        ThreadClient thread = newThread(ANNA)
                .directWith(BOB)
                .starterRights(Rights.MANAGER)
                .says("hello")
                .created();

        assertRefused(Refusal.WRONG_SHAPE, () -> thread.join(ANNA, CAROL));
        assertRefused(Refusal.WRONG_SHAPE, () -> thread.remove(ANNA, BOB));
        assertRefused(Refusal.WRONG_SHAPE, () -> thread.leave(ANNA));
        assertRefused(Refusal.WRONG_SHAPE, () -> thread.leave(BOB));
    }
}
