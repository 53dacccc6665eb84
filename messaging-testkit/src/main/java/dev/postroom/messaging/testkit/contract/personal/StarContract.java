package dev.postroom.messaging.testkit.contract.personal;

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
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests stars on messages and on threads: an operation sets or clears a star and never toggles it, each party has its
 * own stars, and a star brings the thread into {@code Box.STARRED}.
 *
 * <p>Not asserted: what clearing does to stars on messages that the party does not see any more.
 */
public abstract class StarContract extends StorageContract {

    /** For adapters to extend. */
    protected StarContract() {}

    private ThreadClient three() {
        ThreadClient thread = group(ANNA, BOB);
        thread.say(ANNA);
        thread.say(BOB);
        thread.say(ANNA);
        return thread;
    }

    @Nested
    class OnMessages {

        @Test
        void aStarredMessageSaysSo() {
            ThreadClient thread = three();

            assertThat(thread.star(BOB, 1)).isEqualTo(CHANGED);

            assertThat(thread.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(thread.messages(BOB)).extracting(view -> view.starred()).containsExactly(true, false, false);
            assertThat(thread.row(BOB).stars()).containsExactly(1L);
            assertThat(thread.summary(BOB).mine().stars()).isEqualTo(1);
            assertThat(thread.summary(BOB).mine().threadStarred()).isFalse();
        }

        @Test
        void settingASetStarChangesNothing() {
            ThreadClient thread = three();
            thread.star(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> thread.star(BOB, 1));
        }

        @Test
        void clearingAClearStarChangesNothing() {
            ThreadClient thread = three();

            assertChangesNothing(UNCHANGED, () -> thread.unstar(BOB, 1));
        }

        @Test
        void aStarMayBeTaken() {
            ThreadClient thread = three();
            thread.star(BOB, 1);
            thread.star(BOB, 3);

            assertThat(thread.unstar(BOB, 1)).isEqualTo(CHANGED);

            assertThat(thread.row(BOB).stars()).containsExactly(3L);
            assertThat(thread.messages(BOB)).extracting(view -> view.starred()).containsExactly(false, false, true);
            assertThat(thread.star(BOB, 1)).isEqualTo(CHANGED);
        }

        @Test
        void aStarIsOnesOwn() {
            ThreadClient thread = three();
            thread.star(BOB, 1);

            assertThat(thread.row(ANNA).stars()).isEmpty();
            assertThat(thread.view(ANNA, 1).orElseThrow().starred()).isFalse();
            assertThat(thread.star(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(thread.unstar(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.view(ANNA, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void ownAndSystemMessagesMayBeStarred() {
            ThreadClient thread = three();
            thread.system(ANNA);

            assertThat(thread.star(BOB, 2)).isEqualTo(CHANGED);
            assertThat(thread.star(BOB, 4)).isEqualTo(CHANGED);
            assertThat(thread.summary(BOB).mine().stars()).isEqualTo(2);
        }

        @Test
        void aStarMovesNothingElse() {
            ThreadClient thread = three();
            ReaderState before = thread.summary(BOB).mine();
            thread.star(BOB, 1);
            thread.unstar(BOB, 1);

            assertThat(thread.summary(BOB).mine()).isEqualTo(before);
        }

        @Test
        void aMessageThatIsNoLongerVisibleCannotBeStarred() {
            ThreadClient thread = three();
            thread.delete(BOB, 1);

            assertRefused(Refusal.MISSING, () -> thread.star(BOB, 1));
            assertThat(thread.star(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void pastMembersMayStarWithinTheirWindow() {
            ThreadClient thread = three();
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.star(BOB, 3)).isEqualTo(CHANGED);
            assertThat(thread.unstar(BOB, 3)).isEqualTo(CHANGED);
            assertRefused(Refusal.MISSING, () -> thread.star(BOB, 4));
        }
    }

    @Nested
    class OnThreads {

        @Test
        void aStarredThreadSaysSo() {
            ThreadClient thread = three();

            assertThat(thread.starThread(BOB)).isEqualTo(CHANGED);

            assertThat(thread.summary(BOB).mine().threadStarred()).isTrue();
            assertThat(thread.summary(BOB).mine().stars()).isZero();
            assertThat(thread.row(BOB).stars()).containsExactly(0L);
            assertThat(thread.summary(ANNA).mine().threadStarred()).isFalse();
        }

        @Test
        void settingAndClearingTwiceChangesNothing() {
            ThreadClient thread = three();
            assertChangesNothing(UNCHANGED, () -> thread.unstarThread(BOB));
            thread.starThread(BOB);
            assertChangesNothing(UNCHANGED, () -> thread.starThread(BOB));

            assertThat(thread.unstarThread(BOB)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).stars()).isEmpty();
        }

        @Test
        void theThreadsStarAndItsMessagesStarsAreApart() {
            ThreadClient thread = three();
            thread.starThread(BOB);
            thread.star(BOB, 1);
            thread.unstarThread(BOB);

            assertThat(thread.row(BOB).stars()).containsExactly(1L);
        }

        @Test
        void anEmptyThreadMayBeStarred() {
            ThreadClient thread = direct(ANNA, BOB);

            assertThat(thread.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(client.box(BOB, STARRED)).isEmpty();
            thread.say(ANNA);
            assertThat(client.box(BOB, STARRED)).containsExactly(thread.id());
        }

        @Test
        void pastMembersMayStarTheThread() {
            ThreadClient thread = three();
            thread.leave(BOB);

            assertThat(thread.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(thread.clearStars(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Clearing {

        @Test
        void takesEveryStarOfOnesOwn() {
            ThreadClient thread = three();
            thread.starThread(BOB);
            thread.star(BOB, 1);
            thread.star(BOB, 3);
            thread.star(ANNA, 1);

            assertThat(thread.clearStars(BOB)).isEqualTo(CHANGED);

            assertThat(thread.row(BOB).stars()).isEmpty();
            assertThat(thread.row(ANNA).stars()).containsExactly(1L);
            assertThat(client.box(BOB, STARRED)).isEmpty();
        }

        @Test
        void takesThemInThisThreadAlone() {
            ThreadClient thread = three();
            ThreadClient other = three();
            thread.star(BOB, 1);
            other.star(BOB, 1);
            thread.clearStars(BOB);

            assertThat(other.row(BOB).stars()).containsExactly(1L);
            assertThat(client.box(BOB, STARRED)).containsExactly(other.id());
        }

        @Test
        void withoutStarsChangesNothing() {
            ThreadClient thread = three();

            assertChangesNothing(UNCHANGED, () -> thread.clearStars(BOB));
        }

        @Test
        void isLoggedForEachStar() {
            ThreadClient thread = three();
            thread.starThread(BOB);
            thread.star(BOB, 1);
            thread.star(BOB, 3);

            assertThat(thread.loggedBy(() -> thread.clearStars(BOB)))
                    .containsExactlyInAnyOrder(
                            thread.row(UNSTARRED, 0, BOB, BOB),
                            thread.row(UNSTARRED, 1, BOB, BOB),
                            thread.row(UNSTARRED, 3, BOB, BOB));
        }
    }

    @Nested
    class TheBox {

        private ThreadClient two() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(ANNA);
            return thread;
        }

        @Test
        void aStarOnTheThreadOrOnAMessageSuffices() {
            ThreadClient thread = two();
            thread.starThread(BOB);
            assertInBoxes(thread, BOB, INBOX, STARRED, ALL);

            thread.star(BOB, 1);
            thread.unstarThread(BOB);
            assertInBoxes(thread, BOB, INBOX, STARRED, ALL);
            thread.unstar(BOB, 1);
            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void isSeenByItsPartyOnly() {
            ThreadClient thread = two();
            thread.starThread(BOB);
            thread.star(BOB, 1);

            assertInBoxes(thread, ANNA, SENT, ALL);
        }

        @Test
        void holdsArchivedThreadsToo() {
            ThreadClient thread = two();
            thread.star(BOB, 2);
            thread.archive(BOB, 2);

            assertInBoxes(thread, BOB, ARCHIVED, STARRED, ALL);
        }

        @Test
        void aThreadWithManyStarsIsThereOnce() {
            ThreadClient thread = two();
            thread.star(BOB, 1);
            thread.star(BOB, 2);
            thread.starThread(BOB);

            assertThat(client.box(BOB, STARRED)).containsExactly(thread.id());
            assertThat(client.count(BOB, STARRED, Filter.ANY)).isEqualTo(1);
        }

        @Test
        void aStarOnAHiddenMessageOrATombstoneSuffices() {
            ThreadClient hidden = two();
            hidden.star(BOB, 2);
            hidden.hide(BOB, 2);
            ThreadClient erased = two();
            erased.star(BOB, 1);
            erased.erase(ANNA, 1);

            assertInBoxes(hidden, BOB, INBOX, STARRED, ALL);
            assertInBoxes(erased, BOB, INBOX, STARRED, ALL);
            assertThat(erased.view(BOB, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void aThreadThatThePartyLeftIsNotThereAnyMore() {
            ThreadClient thread = two();
            thread.star(BOB, 1);
            thread.starThread(BOB);
            thread.leave(BOB);

            assertInBoxes(thread, BOB, ALL);
            assertThat(thread.row(BOB).stars()).containsExactlyInAnyOrder(0L, 1L);
        }

        @Test
        void aStarOnAMessageThatIsNoLongerVisibleDoesNotCount() {
            ThreadClient thread = two();
            thread.star(BOB, 1);
            thread.delete(BOB, 1);

            assertInBoxes(thread, BOB, INBOX, ALL);
            assertThat(thread.summary(BOB).mine().stars()).isZero();
        }
    }
}
