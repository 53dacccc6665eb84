package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.UNSTARRED;
import static dev.postroom.messaging.model.Box.ALL;
import static dev.postroom.messaging.model.Box.ARCHIVED;
import static dev.postroom.messaging.model.Box.INBOX;
import static dev.postroom.messaging.model.Box.SENT;
import static dev.postroom.messaging.model.Box.STARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import dev.postroom.messaging.spi.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Stars on messages and on threads: set or clear, never toggled, each party's own, and what they bring into {@code
 * Box.STARRED}.
 *
 * <p>Not asserted: what clearing does to stars on messages that the party sees no more.
 */
public abstract class StarContract extends StorageContract {

    /** For adapters to extend. */
    protected StarContract() {}

    private Talk three() {
        Talk talk = group(ANNA, BOB);
        talk.say(ANNA);
        talk.say(BOB);
        talk.say(ANNA);
        return talk;
    }

    @Nested
    class OnMessages {

        @Test
        void aStarredMessageSaysSo() {
            Talk talk = three();

            assertThat(talk.star(BOB, 1)).isEqualTo(CHANGED);

            assertThat(talk.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(talk.messages(BOB)).extracting(view -> view.starred()).containsExactly(true, false, false);
            assertThat(talk.row(BOB).stars()).containsExactly(1L);
            assertThat(talk.summary(BOB).mine().stars()).isEqualTo(1);
            assertThat(talk.summary(BOB).mine().threadStarred()).isFalse();
        }

        @Test
        void settingASetStarChangesNothing() {
            Talk talk = three();
            talk.star(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> talk.star(BOB, 1));
        }

        @Test
        void clearingAClearStarChangesNothing() {
            Talk talk = three();

            assertChangesNothing(UNCHANGED, () -> talk.unstar(BOB, 1));
        }

        @Test
        void aStarMayBeTaken() {
            Talk talk = three();
            talk.star(BOB, 1);
            talk.star(BOB, 3);

            assertThat(talk.unstar(BOB, 1)).isEqualTo(CHANGED);

            assertThat(talk.row(BOB).stars()).containsExactly(3L);
            assertThat(talk.messages(BOB)).extracting(view -> view.starred()).containsExactly(false, false, true);
            assertThat(talk.star(BOB, 1)).isEqualTo(CHANGED);
        }

        @Test
        void aStarIsOnesOwn() {
            Talk talk = three();
            talk.star(BOB, 1);

            assertThat(talk.row(ANNA).stars()).isEmpty();
            assertThat(talk.view(ANNA, 1).orElseThrow().starred()).isFalse();
            assertThat(talk.star(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(talk.unstar(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.view(ANNA, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void ownAndSystemMessagesMayBeStarred() {
            Talk talk = three();
            talk.system(ANNA);

            assertThat(talk.star(BOB, 2)).isEqualTo(CHANGED);
            assertThat(talk.star(BOB, 4)).isEqualTo(CHANGED);
            assertThat(talk.summary(BOB).mine().stars()).isEqualTo(2);
        }

        @Test
        void aStarMovesNothingElse() {
            Talk talk = three();
            ReaderState before = talk.summary(BOB).mine();
            talk.star(BOB, 1);
            talk.unstar(BOB, 1);

            assertThat(talk.summary(BOB).mine()).isEqualTo(before);
        }

        @Test
        void whatOneSeesNoMoreCannotBeStarred() {
            Talk talk = three();
            talk.delete(BOB, 1);

            assertRefused(Refusal.MISSING, () -> talk.star(BOB, 1));
            assertThat(talk.star(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void pastMembersMayStarWithinTheirWindow() {
            Talk talk = three();
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.star(BOB, 3)).isEqualTo(CHANGED);
            assertThat(talk.unstar(BOB, 3)).isEqualTo(CHANGED);
            assertRefused(Refusal.MISSING, () -> talk.star(BOB, 4));
        }
    }

    @Nested
    class OnThreads {

        @Test
        void aStarredThreadSaysSo() {
            Talk talk = three();

            assertThat(talk.starThread(BOB)).isEqualTo(CHANGED);

            assertThat(talk.summary(BOB).mine().threadStarred()).isTrue();
            assertThat(talk.summary(BOB).mine().stars()).isZero();
            assertThat(talk.row(BOB).stars()).containsExactly(0L);
            assertThat(talk.summary(ANNA).mine().threadStarred()).isFalse();
        }

        @Test
        void settingAndClearingTwiceChangesNothing() {
            Talk talk = three();
            assertChangesNothing(UNCHANGED, () -> talk.unstarThread(BOB));
            talk.starThread(BOB);
            assertChangesNothing(UNCHANGED, () -> talk.starThread(BOB));

            assertThat(talk.unstarThread(BOB)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).stars()).isEmpty();
        }

        @Test
        void theThreadsStarAndItsMessagesStarsAreApart() {
            Talk talk = three();
            talk.starThread(BOB);
            talk.star(BOB, 1);
            talk.unstarThread(BOB);

            assertThat(talk.row(BOB).stars()).containsExactly(1L);
        }

        @Test
        void anEmptyThreadMayBeStarred() {
            Talk talk = direct(ANNA, BOB);

            assertThat(talk.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(world.box(BOB, STARRED)).isEmpty();
            talk.say(ANNA);
            assertThat(world.box(BOB, STARRED)).containsExactly(talk.id());
        }

        @Test
        void pastMembersMayStarTheThread() {
            Talk talk = three();
            talk.leave(BOB);

            assertThat(talk.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(talk.clearStars(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Clearing {

        @Test
        void takesEveryStarOfOnesOwn() {
            Talk talk = three();
            talk.starThread(BOB);
            talk.star(BOB, 1);
            talk.star(BOB, 3);
            talk.star(ANNA, 1);

            assertThat(talk.clearStars(BOB)).isEqualTo(CHANGED);

            assertThat(talk.row(BOB).stars()).isEmpty();
            assertThat(talk.row(ANNA).stars()).containsExactly(1L);
            assertThat(world.box(BOB, STARRED)).isEmpty();
        }

        @Test
        void takesThemInThisThreadAlone() {
            Talk talk = three();
            Talk other = three();
            talk.star(BOB, 1);
            other.star(BOB, 1);
            talk.clearStars(BOB);

            assertThat(other.row(BOB).stars()).containsExactly(1L);
            assertThat(world.box(BOB, STARRED)).containsExactly(other.id());
        }

        @Test
        void withoutStarsChangesNothing() {
            Talk talk = three();

            assertChangesNothing(UNCHANGED, () -> talk.clearStars(BOB));
        }

        @Test
        void isLoggedForEachStar() {
            Talk talk = three();
            talk.starThread(BOB);
            talk.star(BOB, 1);
            talk.star(BOB, 3);

            assertThat(talk.logOf(() -> talk.clearStars(BOB)))
                    .containsExactlyInAnyOrder(
                            talk.row(UNSTARRED, 0, BOB, BOB),
                            talk.row(UNSTARRED, 1, BOB, BOB),
                            talk.row(UNSTARRED, 3, BOB, BOB));
        }
    }

    @Nested
    class TheBox {

        private Talk two() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(ANNA);
            return talk;
        }

        @Test
        void aStarOnTheThreadOrOnAMessageSuffices() {
            Talk talk = two();
            talk.starThread(BOB);
            assertStands(talk, BOB, INBOX, STARRED, ALL);

            talk.star(BOB, 1);
            talk.unstarThread(BOB);
            assertStands(talk, BOB, INBOX, STARRED, ALL);
            talk.unstar(BOB, 1);
            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void isOnesOwn() {
            Talk talk = two();
            talk.starThread(BOB);
            talk.star(BOB, 1);

            assertStands(talk, ANNA, SENT, ALL);
        }

        @Test
        void holdsArchivedThreadsToo() {
            Talk talk = two();
            talk.star(BOB, 2);
            talk.archive(BOB, 2);

            assertStands(talk, BOB, ARCHIVED, STARRED, ALL);
        }

        @Test
        void aThreadWithManyStarsStandsThereOnce() {
            Talk talk = two();
            talk.star(BOB, 1);
            talk.star(BOB, 2);
            talk.starThread(BOB);

            assertThat(world.box(BOB, STARRED)).containsExactly(talk.id());
            assertThat(world.count(BOB, STARRED, Filter.ANY)).isEqualTo(1);
        }

        @Test
        void aStarOnAHiddenMessageOrATombstoneSuffices() {
            Talk hidden = two();
            hidden.star(BOB, 2);
            hidden.hide(BOB, 2);
            Talk erased = two();
            erased.star(BOB, 1);
            erased.erase(ANNA, 1);

            assertStands(hidden, BOB, INBOX, STARRED, ALL);
            assertStands(erased, BOB, INBOX, STARRED, ALL);
            assertThat(erased.view(BOB, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void aThreadThatOneLeftStandsThereNoMore() {
            Talk talk = two();
            talk.star(BOB, 1);
            talk.starThread(BOB);
            talk.leave(BOB);

            assertStands(talk, BOB, ALL);
            assertThat(talk.row(BOB).stars()).containsExactlyInAnyOrder(0L, 1L);
        }

        @Test
        void aStarOnAMessageThatOneSeesNoMoreDoesNotCount() {
            Talk talk = two();
            talk.star(BOB, 1);
            talk.delete(BOB, 1);

            assertStands(talk, BOB, INBOX, ALL);
            assertThat(talk.summary(BOB).mine().stars()).isZero();
        }
    }
}
