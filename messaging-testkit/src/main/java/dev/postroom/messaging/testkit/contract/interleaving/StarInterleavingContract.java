package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.STARRED;
import static dev.postroom.messaging.event.ChangeType.UNSTARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That no star is lost, set twice or logged twice, whatever is in flight. Anna has sent Bob and Carol one message. */
public abstract class StarInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestThread testThread;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MessageId message;

    /** For adapters to extend. */
    protected StarInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        testThread = group(ANNA, BOB, CAROL);
        message = testThread.say(ANNA).messageId();
    }

    @Test
    void starringTwiceAtOnceIsOneStarAndOneRowOfTheLog() {
        assertThat(during(testThread, first -> first.star(BOB, 1), () -> star(BOB, message, true)))
                .isEqualTo(UNCHANGED);

        assertThat(testThread.row(BOB).stars()).containsExactly(1L);
        assertThat(logged(testThread, STARRED)).containsExactly(1L);
    }

    @Test
    void takingTheStarTwiceAtOnceIsOneRowOfTheLog() {
        testThread.star(BOB, 1);

        assertThat(during(testThread, first -> first.unstar(BOB, 1), () -> star(BOB, message, false)))
                .isEqualTo(UNCHANGED);

        assertThat(testThread.row(BOB).stars()).isEmpty();
        assertThat(logged(testThread, UNSTARRED)).containsExactly(1L);
    }

    @Test
    void starringTheThreadTwiceAtOnceIsOneStar() {
        assertThat(during(testThread, first -> first.starThread(BOB), () -> testThread.starThread(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(logged(testThread, STARRED)).containsExactly(0L);
    }

    @Test
    void starsOfTwoPartiesDoNotMeet() {
        assertThat(during(testThread, first -> first.star(BOB, 1), () -> star(CAROL, message, true)))
                .isEqualTo(CHANGED);

        assertThat(testThread.row(BOB).stars()).containsExactly(1L);
        assertThat(testThread.row(CAROL).stars()).containsExactly(1L);
    }

    @Test
    void aMessageThatIsBeingDeletedKeepsItsStar() {
        assertThat(during(testThread, first -> first.erase(ANNA, 1), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(testTenant.box(BOB, Box.STARRED)).containsExactly(testThread.id());
    }

    @Test
    void aMessageThatIsBeingStarredCanBeDeleted() {
        assertThat(during(testThread, first -> first.star(BOB, 1), () -> erase(ANNA, message)))
                .isEqualTo(CHANGED);

        assertThat(testTenant.box(BOB, Box.STARRED)).containsExactly(testThread.id());
        assertUnread(testThread, BOB, 0);
    }

    /** A storage that does not wait may find no star to take. */
    @Test
    void takingAllStarsAgreesWithTheStarInFlight() {
        ChangeOutcome outcome = during(testThread, first -> first.star(BOB, 1), () -> testThread.clearStars(BOB));

        assertThat(outcome).isIn(CHANGED, UNCHANGED);
        boolean taken = outcome.equals(CHANGED);
        assertThat(testThread.row(BOB).stars()).hasSize(taken ? 0 : 1);
        assertThat(logged(testThread, UNSTARRED)).hasSize(taken ? 1 : 0);
    }

    @Test
    void takingAllStarsTwiceAtOnceTakesEachOnce() {
        testThread.star(BOB, 1);
        testThread.starThread(BOB);

        assertThat(during(testThread, first -> first.clearStars(BOB), () -> testThread.clearStars(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(logged(testThread, UNSTARRED)).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void aRemovedMemberStillStarsWhatItSaw() {
        assertThat(during(testThread, first -> first.remove(ANNA, BOB), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(testThread.row(BOB).stars()).containsExactly(1L);
    }
}
