package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.STARRED;
import static dev.postroom.messaging.event.ChangeType.UNSTARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ChangeOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That no star is lost, set twice or logged twice, whatever is in flight. Anna has sent Bob and Carol one message. */
public abstract class StarInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MessageId message;

    /** For adapters to extend. */
    protected StarInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        talk = group(ANNA, BOB, CAROL);
        message = talk.say(ANNA).messageId();
    }

    @Test
    void starringTwiceAtOnceIsOneStarAndOneRowOfTheLog() {
        assertThat(during(talk, first -> first.star(BOB, 1), () -> star(BOB, message, true)))
                .isEqualTo(UNCHANGED);

        assertThat(talk.row(BOB).stars()).containsExactly(1L);
        assertThat(logged(talk, STARRED)).containsExactly(1L);
    }

    @Test
    void takingTheStarTwiceAtOnceIsOneRowOfTheLog() {
        talk.star(BOB, 1);

        assertThat(during(talk, first -> first.unstar(BOB, 1), () -> star(BOB, message, false)))
                .isEqualTo(UNCHANGED);

        assertThat(talk.row(BOB).stars()).isEmpty();
        assertThat(logged(talk, UNSTARRED)).containsExactly(1L);
    }

    @Test
    void starringTheThreadTwiceAtOnceIsOneStar() {
        assertThat(during(talk, first -> first.starThread(BOB), () -> talk.starThread(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(logged(talk, STARRED)).containsExactly(0L);
    }

    @Test
    void starsOfTwoPartiesDoNotMeet() {
        assertThat(during(talk, first -> first.star(BOB, 1), () -> star(CAROL, message, true)))
                .isEqualTo(CHANGED);

        assertThat(talk.row(BOB).stars()).containsExactly(1L);
        assertThat(talk.row(CAROL).stars()).containsExactly(1L);
    }

    @Test
    void aMessageThatIsBeingDeletedKeepsItsStar() {
        assertThat(during(talk, first -> first.erase(ANNA, 1), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(world.box(BOB, Box.STARRED)).containsExactly(talk.id());
    }

    @Test
    void aMessageThatIsBeingStarredCanBeDeleted() {
        assertThat(during(talk, first -> first.star(BOB, 1), () -> erase(ANNA, message)))
                .isEqualTo(CHANGED);

        assertThat(world.box(BOB, Box.STARRED)).containsExactly(talk.id());
        assertUnread(talk, BOB, 0);
    }

    /** A storage that does not wait may find no star to take. */
    @Test
    void takingAllStarsAgreesWithTheStarInFlight() {
        ChangeOutcome outcome = during(talk, first -> first.star(BOB, 1), () -> talk.clearStars(BOB));

        assertThat(outcome).isIn(CHANGED, UNCHANGED);
        boolean taken = outcome.equals(CHANGED);
        assertThat(talk.row(BOB).stars()).hasSize(taken ? 0 : 1);
        assertThat(logged(talk, UNSTARRED)).hasSize(taken ? 1 : 0);
    }

    @Test
    void takingAllStarsTwiceAtOnceTakesEachOnce() {
        talk.star(BOB, 1);
        talk.starThread(BOB);

        assertThat(during(talk, first -> first.clearStars(BOB), () -> talk.clearStars(BOB)))
                .isEqualTo(UNCHANGED);

        assertThat(logged(talk, UNSTARRED)).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void aRemovedMemberStillStarsWhatItSaw() {
        assertThat(during(talk, first -> first.remove(ANNA, BOB), () -> star(BOB, message, true)))
                .isEqualTo(CHANGED);

        assertThat(talk.row(BOB).stars()).containsExactly(1L);
    }
}
