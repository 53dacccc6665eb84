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
import dev.postroom.messaging.testkit.contract.TestThread;
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

    private TestThread three() {
        TestThread testThread = group(ANNA, BOB);
        testThread.say(ANNA);
        testThread.say(BOB);
        testThread.say(ANNA);
        return testThread;
    }

    @Nested
    class OnMessages {

        @Test
        void aStarredMessageSaysSo() {
            TestThread testThread = three();

            assertThat(testThread.star(BOB, 1)).isEqualTo(CHANGED);

            assertThat(testThread.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(testThread.messages(BOB))
                    .extracting(view -> view.starred())
                    .containsExactly(true, false, false);
            assertThat(testThread.row(BOB).stars()).containsExactly(1L);
            assertThat(testThread.summary(BOB).mine().stars()).isEqualTo(1);
            assertThat(testThread.summary(BOB).mine().threadStarred()).isFalse();
        }

        @Test
        void settingASetStarChangesNothing() {
            TestThread testThread = three();
            testThread.star(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> testThread.star(BOB, 1));
        }

        @Test
        void clearingAClearStarChangesNothing() {
            TestThread testThread = three();

            assertChangesNothing(UNCHANGED, () -> testThread.unstar(BOB, 1));
        }

        @Test
        void aStarMayBeTaken() {
            TestThread testThread = three();
            testThread.star(BOB, 1);
            testThread.star(BOB, 3);

            assertThat(testThread.unstar(BOB, 1)).isEqualTo(CHANGED);

            assertThat(testThread.row(BOB).stars()).containsExactly(3L);
            assertThat(testThread.messages(BOB))
                    .extracting(view -> view.starred())
                    .containsExactly(false, false, true);
            assertThat(testThread.star(BOB, 1)).isEqualTo(CHANGED);
        }

        @Test
        void aStarIsOnesOwn() {
            TestThread testThread = three();
            testThread.star(BOB, 1);

            assertThat(testThread.row(ANNA).stars()).isEmpty();
            assertThat(testThread.view(ANNA, 1).orElseThrow().starred()).isFalse();
            assertThat(testThread.star(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(testThread.unstar(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.view(ANNA, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void ownAndSystemMessagesMayBeStarred() {
            TestThread testThread = three();
            testThread.system(ANNA);

            assertThat(testThread.star(BOB, 2)).isEqualTo(CHANGED);
            assertThat(testThread.star(BOB, 4)).isEqualTo(CHANGED);
            assertThat(testThread.summary(BOB).mine().stars()).isEqualTo(2);
        }

        @Test
        void aStarMovesNothingElse() {
            TestThread testThread = three();
            ReaderState before = testThread.summary(BOB).mine();
            testThread.star(BOB, 1);
            testThread.unstar(BOB, 1);

            assertThat(testThread.summary(BOB).mine()).isEqualTo(before);
        }

        @Test
        void whatOneSeesNoMoreCannotBeStarred() {
            TestThread testThread = three();
            testThread.delete(BOB, 1);

            assertRefused(Refusal.MISSING, () -> testThread.star(BOB, 1));
            assertThat(testThread.star(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void pastMembersMayStarWithinTheirWindow() {
            TestThread testThread = three();
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.star(BOB, 3)).isEqualTo(CHANGED);
            assertThat(testThread.unstar(BOB, 3)).isEqualTo(CHANGED);
            assertRefused(Refusal.MISSING, () -> testThread.star(BOB, 4));
        }
    }

    @Nested
    class OnThreads {

        @Test
        void aStarredThreadSaysSo() {
            TestThread testThread = three();

            assertThat(testThread.starThread(BOB)).isEqualTo(CHANGED);

            assertThat(testThread.summary(BOB).mine().threadStarred()).isTrue();
            assertThat(testThread.summary(BOB).mine().stars()).isZero();
            assertThat(testThread.row(BOB).stars()).containsExactly(0L);
            assertThat(testThread.summary(ANNA).mine().threadStarred()).isFalse();
        }

        @Test
        void settingAndClearingTwiceChangesNothing() {
            TestThread testThread = three();
            assertChangesNothing(UNCHANGED, () -> testThread.unstarThread(BOB));
            testThread.starThread(BOB);
            assertChangesNothing(UNCHANGED, () -> testThread.starThread(BOB));

            assertThat(testThread.unstarThread(BOB)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).stars()).isEmpty();
        }

        @Test
        void theThreadsStarAndItsMessagesStarsAreApart() {
            TestThread testThread = three();
            testThread.starThread(BOB);
            testThread.star(BOB, 1);
            testThread.unstarThread(BOB);

            assertThat(testThread.row(BOB).stars()).containsExactly(1L);
        }

        @Test
        void anEmptyThreadMayBeStarred() {
            TestThread testThread = direct(ANNA, BOB);

            assertThat(testThread.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(testTenant.box(BOB, STARRED)).isEmpty();
            testThread.say(ANNA);
            assertThat(testTenant.box(BOB, STARRED)).containsExactly(testThread.id());
        }

        @Test
        void pastMembersMayStarTheThread() {
            TestThread testThread = three();
            testThread.leave(BOB);

            assertThat(testThread.starThread(BOB)).isEqualTo(CHANGED);
            assertThat(testThread.clearStars(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Clearing {

        @Test
        void takesEveryStarOfOnesOwn() {
            TestThread testThread = three();
            testThread.starThread(BOB);
            testThread.star(BOB, 1);
            testThread.star(BOB, 3);
            testThread.star(ANNA, 1);

            assertThat(testThread.clearStars(BOB)).isEqualTo(CHANGED);

            assertThat(testThread.row(BOB).stars()).isEmpty();
            assertThat(testThread.row(ANNA).stars()).containsExactly(1L);
            assertThat(testTenant.box(BOB, STARRED)).isEmpty();
        }

        @Test
        void takesThemInThisThreadAlone() {
            TestThread testThread = three();
            TestThread other = three();
            testThread.star(BOB, 1);
            other.star(BOB, 1);
            testThread.clearStars(BOB);

            assertThat(other.row(BOB).stars()).containsExactly(1L);
            assertThat(testTenant.box(BOB, STARRED)).containsExactly(other.id());
        }

        @Test
        void withoutStarsChangesNothing() {
            TestThread testThread = three();

            assertChangesNothing(UNCHANGED, () -> testThread.clearStars(BOB));
        }

        @Test
        void isLoggedForEachStar() {
            TestThread testThread = three();
            testThread.starThread(BOB);
            testThread.star(BOB, 1);
            testThread.star(BOB, 3);

            assertThat(testThread.logOf(() -> testThread.clearStars(BOB)))
                    .containsExactlyInAnyOrder(
                            testThread.row(UNSTARRED, 0, BOB, BOB),
                            testThread.row(UNSTARRED, 1, BOB, BOB),
                            testThread.row(UNSTARRED, 3, BOB, BOB));
        }
    }

    @Nested
    class TheBox {

        private TestThread two() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(ANNA);
            return testThread;
        }

        @Test
        void aStarOnTheThreadOrOnAMessageSuffices() {
            TestThread testThread = two();
            testThread.starThread(BOB);
            assertStands(testThread, BOB, INBOX, STARRED, ALL);

            testThread.star(BOB, 1);
            testThread.unstarThread(BOB);
            assertStands(testThread, BOB, INBOX, STARRED, ALL);
            testThread.unstar(BOB, 1);
            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void isOnesOwn() {
            TestThread testThread = two();
            testThread.starThread(BOB);
            testThread.star(BOB, 1);

            assertStands(testThread, ANNA, SENT, ALL);
        }

        @Test
        void holdsArchivedThreadsToo() {
            TestThread testThread = two();
            testThread.star(BOB, 2);
            testThread.archive(BOB, 2);

            assertStands(testThread, BOB, ARCHIVED, STARRED, ALL);
        }

        @Test
        void aThreadWithManyStarsStandsThereOnce() {
            TestThread testThread = two();
            testThread.star(BOB, 1);
            testThread.star(BOB, 2);
            testThread.starThread(BOB);

            assertThat(testTenant.box(BOB, STARRED)).containsExactly(testThread.id());
            assertThat(testTenant.count(BOB, STARRED, Filter.ANY)).isEqualTo(1);
        }

        @Test
        void aStarOnAHiddenMessageOrATombstoneSuffices() {
            TestThread hidden = two();
            hidden.star(BOB, 2);
            hidden.hide(BOB, 2);
            TestThread erased = two();
            erased.star(BOB, 1);
            erased.erase(ANNA, 1);

            assertStands(hidden, BOB, INBOX, STARRED, ALL);
            assertStands(erased, BOB, INBOX, STARRED, ALL);
            assertThat(erased.view(BOB, 1).orElseThrow().starred()).isTrue();
        }

        @Test
        void aThreadThatOneLeftStandsThereNoMore() {
            TestThread testThread = two();
            testThread.star(BOB, 1);
            testThread.starThread(BOB);
            testThread.leave(BOB);

            assertStands(testThread, BOB, ALL);
            assertThat(testThread.row(BOB).stars()).containsExactlyInAnyOrder(0L, 1L);
        }

        @Test
        void aStarOnAMessageThatOneSeesNoMoreDoesNotCount() {
            TestThread testThread = two();
            testThread.star(BOB, 1);
            testThread.delete(BOB, 1);

            assertStands(testThread, BOB, INBOX, ALL);
            assertThat(testThread.summary(BOB).mine().stars()).isZero();
        }
    }
}
