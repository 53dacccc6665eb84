package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
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

    private Talk three() {
        Talk talk = group(ANNA, BOB);
        talk.say(ANNA, "one");
        talk.say(BOB, "two");
        talk.say(ANNA, "three");
        return talk;
    }

    @Nested
    class DeletedForEveryone {

        @Test
        void leavesAPlaceWithoutText() {
            Talk talk = three();
            Message before = talk.view(BOB, 1).orElseThrow().message();

            assertThat(talk.erase(ANNA, 1)).isEqualTo(CHANGED);

            assertThat(talk.messages(BOB)).extracting(MessageView::text).containsExactly("", "two", "three");
            assertThat(talk.messages(BOB))
                    .extracting(view -> view.message().deleted())
                    .containsExactly(true, false, false);
            Message tombstone = talk.view(BOB, 1).orElseThrow().message();
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
            Talk talk = three();
            talk.erase(ANNA, 3);

            MessageFact fact = talk.facts().messages().get(2);
            assertThat(fact.deleted()).isTrue();
            assertThat(fact.textEmpty()).isTrue();
            assertThat(talk.summary(BOB).last().orElseThrow().preview()).isEqualTo("two");
            assertThat(talk.summary(ANNA).last().orElseThrow().preview()).isEqualTo("two");
        }

        @Test
        void movesNobodysPositionsAndNoOrder() {
            Talk talk = three();
            talk.read(BOB, 2);
            var bob = talk.row(BOB);
            var activity = talk.facts().activityAt();
            long revision = talk.info().revision();
            talk.erase(ANNA, 1);

            assertThat(talk.row(BOB)).isEqualTo(bob);
            assertThat(talk.facts().activityAt()).isEqualTo(activity);
            assertThat(talk.facts().lastSeq()).isEqualTo(3);
            assertThat(talk.info().revision()).isEqualTo(revision);
        }

        @Test
        void keepsTheThreadWhereItStands() {
            Talk talk = three();
            talk.archive(BOB, 2);
            talk.erase(ANNA, 3);

            assertThat(talk.row(BOB).newestSeq()).isEqualTo(3);
            assertThat(talk.row(ANNA).ownSeq()).isEqualTo(3);
            assertThat(talk.row(BOB).activityAt()).contains(talk.facts().activityAt());
        }

        @Test
        void happensOnce() {
            Talk talk = three();
            talk.erase(ANNA, 1);

            assertChangesNothing(UNCHANGED, () -> talk.erase(ANNA, 1));
        }

        @Test
        void countsOnThereAfter() {
            Talk talk = three();
            talk.erase(ANNA, 3);

            assertThat(talk.say(BOB).position()).isEqualTo(talk.at(4));
            assertThat(talk.say(BOB).createdAt())
                    .isAfter(talk.view(BOB, 3).orElseThrow().message().createdAt());
        }

        @Test
        void mayBeDoneToSystemMessagesAndNotes() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).talk();
            talk.system(ANNA);
            talk.note(BOB);

            assertThat(talk.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(talk.erase(ANNA, 2)).isEqualTo(CHANGED);
            assertThat(talk.messages(BOB)).allMatch(view -> view.message().deleted());
        }

        @Test
        void isMendedInBothSummariesOfAThread() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.say(ANNA);
            talk.note(ANNA);
            talk.say(ANNA);
            talk.note(ANNA);
            talk.erase(ANNA, 4);
            assertThat(talk.lastShown(BOB)).isEqualTo(3);
            assertThat(talk.lastShown(CAROL)).isEqualTo(3);

            talk.erase(ANNA, 3);
            assertThat(talk.lastShown(BOB)).isEqualTo(2);
            assertThat(talk.lastShown(CAROL)).isEqualTo(1);
            talk.erase(ANNA, 1);
            assertThat(talk.lastShown(CAROL)).isZero();
        }
    }

    @Nested
    class Hidden {

        @Test
        void isLeftOutForWhoHidIt() {
            Talk talk = three();

            assertThat(talk.hide(BOB, 1)).isEqualTo(CHANGED);

            assertThat(talk.seqs(BOB)).containsExactly(2L, 3L);
            assertThat(talk.seqs(ANNA)).containsExactly(1L, 2L, 3L);
            assertThat(talk.row(BOB).hidden()).containsExactly(1L);
            assertThat(talk.row(ANNA).hidden()).isEmpty();
            assertThat(talk.view(BOB, 1).orElseThrow().text()).isEqualTo("one");
        }

        @Test
        void happensOnce() {
            Talk talk = three();
            talk.hide(BOB, 1);

            assertChangesNothing(UNCHANGED, () -> talk.hide(BOB, 1));
        }

        @Test
        void movesNothingElse() {
            Talk talk = three();
            var before = talk.row(BOB);
            var facts = talk.facts();
            talk.hide(BOB, 2);

            assertThat(talk.row(BOB).newestSeq()).isEqualTo(before.newestSeq());
            assertThat(talk.row(BOB).ownSeq()).isEqualTo(before.ownSeq());
            assertThat(talk.row(BOB).activityAt()).isEqualTo(before.activityAt());
            assertThat(talk.row(BOB).unread()).isEqualTo(before.unread());
            assertThat(talk.facts().messages()).isEqualTo(facts.messages());
            assertThat(talk.info()).isEqualTo(facts.info());
        }

        @Test
        void mayBeDoneToWhatWasDeletedForEveryone() {
            Talk talk = three();
            talk.erase(ANNA, 1);

            assertThat(talk.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.seqs(BOB)).containsExactly(2L, 3L);
        }

        @Test
        void mayBeDoneByPastMembersWithinTheirWindow() {
            Talk talk = three();
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.hide(BOB, 3)).isEqualTo(CHANGED);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void mayBeDoneByEachForThemselves() {
            Talk talk = three();
            talk.hide(BOB, 3);

            assertThat(talk.hide(ANNA, 3)).isEqualTo(CHANGED);
            assertThat(talk.hide(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(talk.seqs(ANNA)).containsExactly(2L);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }
    }
}
