package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.STARRED;
import static dev.postroom.messaging.event.ChangeType.UNSTARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that no star is lost, set twice or logged twice while another operation is in flight. Anna has sent Bob and
 * Carol one message.
 */
public abstract class StarInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MessageId message;

    /** For adapters to extend. */
    protected StarInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        thread = group(ANNA, BOB, CAROL);
        message = thread.say(ANNA).messageId();
    }

    @Test
    void starringTwiceAtOnceIsOneStarAndOneRowOfTheLog() {
        assertThat(during(thread, first -> first.star(BOB, 1), () -> star(BOB, message, true)))
                .isEqualTo(UNCHANGED);

        assertThat(thread.row(BOB).stars()).containsExactly(1L);
        assertThat(thread.loggedSeqs(STARRED)).containsExactly(1L);
    }

    @Test
    void takingTheStarTwiceAtOnceIsOneRowOfTheLog() {
        thread.star(BOB, 1);

        assertThat(during(thread, first -> first.unstar(BOB, 1), () -> star(BOB, message, false)))
                .isEqualTo(UNCHANGED);

        assertThat(thread.row(BOB).stars()).isEmpty();
        assertThat(thread.loggedSeqs(UNSTARRED)).containsExactly(1L);
    }

    @Test
    void starringTheThreadTwiceAtOnceIsOneStar() {
        assertThat(during(thread, first -> first.starThread(BOB), () -> thread.starThread(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(thread.loggedSeqs(STARRED)).containsExactly(0L);
    }

    @Test
    void starsOfTwoPartiesDoNotMeet() {
        assertThat(during(thread, first -> first.star(BOB, 1), () -> star(CAROL, message, true)))
                .isEqualTo(CHANGED);

        assertThat(thread.row(BOB).stars()).containsExactly(1L);
        assertThat(thread.row(CAROL).stars()).containsExactly(1L);
    }

    @Test
    void aMessageThatIsBeingDeletedKeepsItsStar() {
        assertThat(during(thread, first -> first.erase(ANNA, 1), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(client.box(BOB, Box.STARRED)).containsExactly(thread.id());
    }

    @Test
    void aMessageThatIsBeingStarredCanBeDeleted() {
        assertThat(during(thread, first -> first.star(BOB, 1), () -> erase(ANNA, message)))
                .isEqualTo(CHANGED);

        assertThat(client.box(BOB, Box.STARRED)).containsExactly(thread.id());
        assertUnread(thread, BOB, 0);
    }

    /** A storage that does not wait may find no star to clear. */
    @Test
    void takingAllStarsAgreesWithTheStarInFlight() {
        ChangeOutcome outcome = during(thread, first -> first.star(BOB, 1), () -> thread.clearStars(BOB));

        assertThat(outcome).isIn(CHANGED, UNCHANGED);
        boolean taken = outcome.equals(CHANGED);
        assertThat(thread.row(BOB).stars()).hasSize(taken ? 0 : 1);
        assertThat(thread.loggedSeqs(UNSTARRED)).hasSize(taken ? 1 : 0);
    }

    @Test
    void takingAllStarsTwiceAtOnceTakesEachOnce() {
        thread.star(BOB, 1);
        thread.starThread(BOB);

        assertThat(during(thread, first -> first.clearStars(BOB), () -> thread.clearStars(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(thread.loggedSeqs(UNSTARRED)).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void aRemovedMemberStillStarsMessagesThatItSaw() {
        assertThat(during(thread, first -> first.remove(ANNA, BOB), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(thread.row(BOB).stars()).containsExactly(1L);
    }
}
