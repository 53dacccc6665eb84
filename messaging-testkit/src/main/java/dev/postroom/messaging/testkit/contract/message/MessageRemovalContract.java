package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests what is left of a message that was deleted for everyone or hidden by one party: its seq stays and its text does
 * not.
 *
 * <p>Not asserted: whether deleting a message counts as a change of its thread in {@code ThreadInfo.updatedAt()}, and
 * what happens to stars. {@code MailboxGuardContract} tests which parties may delete, {@code UnreadContract} the effect
 * on counts.
 */
public abstract class MessageRemovalContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageRemovalContract() {}

    private ThreadClient three() {
        ThreadClient thread = group(ANNA, BOB);
        thread.say(ANNA, "one");
        thread.say(BOB, "two");
        thread.say(ANNA, "three");
        return thread;
    }

    @Nested
    class DeletedForEveryone {

        @Test
        void leavesAPlaceWithoutText() {
            ThreadClient thread = three();
            Message before = thread.view(BOB, 1).orElseThrow().message();

            assertThat(thread.erase(ANNA, 1)).isEqualTo(CHANGED);

            assertThat(thread.messages(BOB)).extracting(MessageView::text).containsExactly("", "two", "three");
            assertThat(thread.messages(BOB))
                    .extracting(view -> view.message().deleted())
                    .containsExactly(true, false, false);
            Message tombstone = thread.view(BOB, 1).orElseThrow().message();
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
            ThreadClient thread = three();
            thread.erase(ANNA, 3);

            MessageFact fact = thread.facts().messages().get(2);
            assertThat(fact.deleted()).isTrue();
            assertThat(fact.textEmpty()).isTrue();
            assertThat(thread.summary(BOB).last().orElseThrow().preview()).isEqualTo("two");
            assertThat(thread.summary(ANNA).last().orElseThrow().preview()).isEqualTo("two");
        }

        @Test
        void changesNoPositionAndNoOrder() {
            ThreadClient thread = three();
            thread.read(BOB, 2);
            var bob = thread.row(BOB);
            var activity = thread.facts().activityAt();
            long revision = thread.info().revision();
            thread.erase(ANNA, 1);

            assertThat(thread.row(BOB)).isEqualTo(bob);
            assertThat(thread.facts().activityAt()).isEqualTo(activity);
            assertThat(thread.facts().lastSeq()).isEqualTo(3);
            assertThat(thread.info().revision()).isEqualTo(revision);
        }

        @Test
        void keepsThePlaceOfTheThread() {
            ThreadClient thread = three();
            thread.archive(BOB, 2);
            thread.erase(ANNA, 3);

            assertThat(thread.row(BOB).newestSeq()).isEqualTo(3);
            assertThat(thread.row(ANNA).ownSeq()).isEqualTo(3);
            assertThat(thread.row(BOB).activityAt()).contains(thread.facts().activityAt());
        }

        @Test
        void happensOnce() {
            ThreadClient thread = three();
            thread.erase(ANNA, 1);

            assertChangesNothing(UNCHANGED, () -> thread.erase(ANNA, 1));
        }

        @Test
        void countsOnThereAfter() {
            ThreadClient thread = three();
            thread.erase(ANNA, 3);

            assertThat(thread.say(BOB).position()).isEqualTo(thread.at(4));
            assertThat(thread.say(BOB).createdAt())
                    .isAfter(thread.view(BOB, 3).orElseThrow().message().createdAt());
        }

        @Test
        void mayBeDoneToSystemMessagesAndNotes() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .created();
            thread.system(ANNA);
            thread.note(BOB);

            assertThat(thread.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(thread.erase(ANNA, 2)).isEqualTo(CHANGED);
            assertThat(thread.messages(BOB)).allMatch(view -> view.message().deleted());
        }

        @Test
        void correctsTheLastMessageForEveryoneAndForInternalReaders() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.say(ANNA);
            thread.note(ANNA);
            thread.say(ANNA);
            thread.note(ANNA);
            thread.erase(ANNA, 4);
            assertThat(thread.lastShown(BOB)).isEqualTo(3);
            assertThat(thread.lastShown(CAROL)).isEqualTo(3);

            thread.erase(ANNA, 3);
            assertThat(thread.lastShown(BOB)).isEqualTo(2);
            assertThat(thread.lastShown(CAROL)).isEqualTo(1);
            thread.erase(ANNA, 1);
            assertThat(thread.lastShown(CAROL)).isZero();
        }
    }

    @Nested
    class Hidden {

        @Test
        void isLeftOutForThePartyThatHidIt() {
            ThreadClient thread = three();

            assertThat(thread.hide(BOB, 1)).isEqualTo(CHANGED);

            assertThat(thread.seqs(BOB)).containsExactly(2L, 3L);
            assertThat(thread.seqs(ANNA)).containsExactly(1L, 2L, 3L);
            assertThat(thread.row(BOB).hidden()).containsExactly(1L);
            assertThat(thread.row(ANNA).hidden()).isEmpty();
            assertThat(thread.view(BOB, 1).orElseThrow().text()).isEqualTo("one");
        }

        @Test
        void happensOnce() {
            ThreadClient thread = three();
            thread.hide(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> thread.hide(BOB, 1));
        }

        @Test
        void movesNothingElse() {
            ThreadClient thread = three();
            var before = thread.row(BOB);
            var facts = thread.facts();
            thread.hide(BOB, 2);

            assertThat(thread.row(BOB).newestSeq()).isEqualTo(before.newestSeq());
            assertThat(thread.row(BOB).ownSeq()).isEqualTo(before.ownSeq());
            assertThat(thread.row(BOB).activityAt()).isEqualTo(before.activityAt());
            assertThat(thread.row(BOB).unread()).isEqualTo(before.unread());
            assertThat(thread.facts().messages()).isEqualTo(facts.messages());
            assertThat(thread.info()).isEqualTo(facts.info());
        }

        @Test
        void isAllowedForAMessageThatWasDeletedForEveryone() {
            ThreadClient thread = three();
            thread.erase(ANNA, 1);

            assertThat(thread.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.seqs(BOB)).containsExactly(2L, 3L);
        }

        @Test
        void mayBeDoneByPastMembersWithinTheirWindow() {
            ThreadClient thread = three();
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.hide(BOB, 3)).isEqualTo(CHANGED);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void mayBeDoneByEachForThemselves() {
            ThreadClient thread = three();
            thread.hide(BOB, 3);

            assertThat(thread.hide(ANNA, 3)).isEqualTo(CHANGED);
            assertThat(thread.hide(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(thread.seqs(ANNA)).containsExactly(2L);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }
    }
}
