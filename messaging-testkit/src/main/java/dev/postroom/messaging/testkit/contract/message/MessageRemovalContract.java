package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.personal.MailboxGuardContract;
import dev.postroom.messaging.testkit.contract.personal.UnreadContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is left of a message that was deleted for everyone or hidden by one: its place, and nothing it said.
 *
 * <p>Not asserted: whether deleting a message counts as a change of its thread in {@code ThreadInfo.updatedAt()}, and
 * what becomes of stars. Who may delete is in {@link MailboxGuardContract}, what it does to counts in
 * {@link UnreadContract}.
 */
public abstract class MessageRemovalContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageRemovalContract() {}

    private TestThread three() {
        TestThread testThread = group(ANNA, BOB);
        testThread.say(ANNA, "one");
        testThread.say(BOB, "two");
        testThread.say(ANNA, "three");
        return testThread;
    }

    @Nested
    class DeletedForEveryone {

        @Test
        void leavesAPlaceWithoutText() {
            TestThread testThread = three();
            Message before = testThread.view(BOB, 1).orElseThrow().message();

            assertThat(testThread.erase(ANNA, 1)).isEqualTo(CHANGED);

            assertThat(testThread.messages(BOB)).extracting(MessageView::text).containsExactly("", "two", "three");
            assertThat(testThread.messages(BOB))
                    .extracting(view -> view.message().deleted())
                    .containsExactly(true, false, false);
            Message tombstone = testThread.view(BOB, 1).orElseThrow().message();
            assertThat(tombstone.id()).isEqualTo(before.id());
            assertThat(tombstone.position()).isEqualTo(before.position());
            assertThat(tombstone.author()).isEqualTo(ANNA);
            assertThat(tombstone.kind()).isEqualTo(before.kind());
            assertThat(tombstone.visibility()).isEqualTo(before.visibility());
            assertThat(tombstone.sentAt()).isEqualTo(before.sentAt());
            assertThat(tombstone.createdAt()).isEqualTo(before.createdAt());
        }

        @Test
        void leavesNoTextAnywhere() {
            TestThread testThread = three();
            testThread.erase(ANNA, 3);

            MessageFact fact = testThread.facts().messages().get(2);
            assertThat(fact.deleted()).isTrue();
            assertThat(fact.textEmpty()).isTrue();
            assertThat(testThread.summary(BOB).last().orElseThrow().preview()).isEqualTo("two");
            assertThat(testThread.summary(ANNA).last().orElseThrow().preview()).isEqualTo("two");
        }

        @Test
        void movesNobodysPositionsAndNoOrder() {
            TestThread testThread = three();
            testThread.read(BOB, 2);
            var bob = testThread.row(BOB);
            var activity = testThread.facts().activityAt();
            long revision = testThread.info().revision();
            testThread.erase(ANNA, 1);

            assertThat(testThread.row(BOB)).isEqualTo(bob);
            assertThat(testThread.facts().activityAt()).isEqualTo(activity);
            assertThat(testThread.facts().lastSeq()).isEqualTo(3);
            assertThat(testThread.info().revision()).isEqualTo(revision);
        }

        @Test
        void keepsTheThreadWhereItStands() {
            TestThread testThread = three();
            testThread.archive(BOB, 2);
            testThread.erase(ANNA, 3);

            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(3);
            assertThat(testThread.row(ANNA).ownSeq()).isEqualTo(3);
            assertThat(testThread.row(BOB).activityAt())
                    .contains(testThread.facts().activityAt());
        }

        @Test
        void happensOnce() {
            TestThread testThread = three();
            testThread.erase(ANNA, 1);

            assertChangesNothing(UNCHANGED, () -> testThread.erase(ANNA, 1));
        }

        @Test
        void countsOnThereAfter() {
            TestThread testThread = three();
            testThread.erase(ANNA, 3);

            assertThat(testThread.say(BOB).position()).isEqualTo(testThread.at(4));
            assertThat(testThread.say(BOB).createdAt())
                    .isAfter(testThread.view(BOB, 3).orElseThrow().message().createdAt());
        }

        @Test
        void mayBeDoneToSystemMessagesAndNotes() {
            TestThread testThread =
                    opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).testThread();
            testThread.system(ANNA);
            testThread.note(BOB);

            assertThat(testThread.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(testThread.erase(ANNA, 2)).isEqualTo(CHANGED);
            assertThat(testThread.messages(BOB)).allMatch(view -> view.message().deleted());
        }

        @Test
        void isMendedInBothSummariesOfAThread() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.say(ANNA);
            testThread.note(ANNA);
            testThread.say(ANNA);
            testThread.note(ANNA);
            testThread.erase(ANNA, 4);
            assertThat(testThread.lastShown(BOB)).isEqualTo(3);
            assertThat(testThread.lastShown(CAROL)).isEqualTo(3);

            testThread.erase(ANNA, 3);
            assertThat(testThread.lastShown(BOB)).isEqualTo(2);
            assertThat(testThread.lastShown(CAROL)).isEqualTo(1);
            testThread.erase(ANNA, 1);
            assertThat(testThread.lastShown(CAROL)).isZero();
        }
    }

    @Nested
    class Hidden {

        @Test
        void isLeftOutForWhoHidIt() {
            TestThread testThread = three();

            assertThat(testThread.hide(BOB, 1)).isEqualTo(CHANGED);

            assertThat(testThread.seqs(BOB)).containsExactly(2L, 3L);
            assertThat(testThread.seqs(ANNA)).containsExactly(1L, 2L, 3L);
            assertThat(testThread.row(BOB).hidden()).containsExactly(1L);
            assertThat(testThread.row(ANNA).hidden()).isEmpty();
            assertThat(testThread.view(BOB, 1).orElseThrow().text()).isEqualTo("one");
        }

        @Test
        void happensOnce() {
            TestThread testThread = three();
            testThread.hide(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> testThread.hide(BOB, 1));
        }

        @Test
        void movesNothingElse() {
            TestThread testThread = three();
            var before = testThread.row(BOB);
            var facts = testThread.facts();
            testThread.hide(BOB, 2);

            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(before.newestSeq());
            assertThat(testThread.row(BOB).ownSeq()).isEqualTo(before.ownSeq());
            assertThat(testThread.row(BOB).activityAt()).isEqualTo(before.activityAt());
            assertThat(testThread.row(BOB).unread()).isEqualTo(before.unread());
            assertThat(testThread.facts().messages()).isEqualTo(facts.messages());
            assertThat(testThread.info()).isEqualTo(facts.info());
        }

        @Test
        void mayBeDoneToWhatWasDeletedForEveryone() {
            TestThread testThread = three();
            testThread.erase(ANNA, 1);

            assertThat(testThread.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.seqs(BOB)).containsExactly(2L, 3L);
        }

        @Test
        void mayBeDoneByPastMembersWithinTheirWindow() {
            TestThread testThread = three();
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.hide(BOB, 3)).isEqualTo(CHANGED);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void mayBeDoneByEachForThemselves() {
            TestThread testThread = three();
            testThread.hide(BOB, 3);

            assertThat(testThread.hide(ANNA, 3)).isEqualTo(CHANGED);
            assertThat(testThread.hide(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(testThread.seqs(ANNA)).containsExactly(2L);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }
    }
}
