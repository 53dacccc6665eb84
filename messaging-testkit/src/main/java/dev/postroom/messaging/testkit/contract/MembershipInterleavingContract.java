package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.MEMBER_JOINED;
import static dev.postroom.messaging.event.ChangeType.MEMBER_LEFT;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That it is always clear who was a member when something took effect, whatever is in flight. Anna, Bob and Carol are
 * members, Anna and Carol may manage the thread, and there is one message.
 */
public abstract class MembershipInterleavingContract extends InterleavingContract {

    private static final UnreadTotals NOTHING = new UnreadTotals(0, 0, true);

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    /** For adapters to extend. */
    protected MembershipInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        talk = opening(ANNA).with(BOB).with(Rights.MANAGER, CAROL).says("hello").talk();
    }

    private static void assertSent(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
    }

    private void assertWindow(MemberFact member, long from, long until, long unread) {
        assertThat(member.active()).isFalse();
        assertThat(member.fromSeq()).isEqualTo(from);
        assertThat(member.untilSeq()).contains(until);
        assertThat(member.unread()).isEqualTo(unread);
        assertThat(world.unread(member.party())).isEqualTo(NOTHING);
        assertThat(world.box(member.party(), Box.INBOX)).isEmpty();
    }

    @Nested
    class Going {

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            assertThat(during(
                            talk,
                            first -> first.remove(ANNA, BOB),
                            () -> talk.by(BOB).send()))
                    .isEqualTo(sendRefused(Refusal.PAST_MEMBER));

            assertThat(talk.facts().lastSeq()).isEqualTo(1);
            assertInboxWithUnread(talk, CAROL, 1);
            assertThat(world.box(BOB, Box.SENT)).isEmpty();
        }

        /** Who guesses a seq finds it only once it is there: the numbers that belong to it come with it. */
        @Test
        void aSeqThatIsOnlyBeingWrittenIsReachedWithItsNumbersOrNotAtAll() {
            for (Move move : List.of(Move.READ_UP_TO, Move.DELETE)) {
                Talk guessed = opening(ANNA).with(BOB).says("hello").talk();
                ChangeOutcome outcome = during(
                        guessed,
                        first -> {
                            first.say(ANNA);
                            first.say(ANNA);
                            return first.remove(ANNA, BOB);
                        },
                        () -> guessed.move(BOB, move, 3));

                assertThat(outcome).isIn(CHANGED, refused(Refusal.BEYOND_LAST));
                assertThat(guessed.row(BOB).untilSeq()).contains(3L);
                assertThat(guessed.row(BOB).unread()).isEqualTo(outcome.equals(CHANGED) ? 0 : 3);
            }
        }

        @Test
        void aSendInFlightIsTheLastThingTheRemovedSenderSees() {
            assertThat(during(talk, first -> first.say(BOB), () -> talk.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(talk.row(BOB), 0, 2, 1);
            assertThat(lastLogged(talk, 2)).containsExactly(MESSAGE_CREATED, MEMBER_LEFT);
            assertThat(logged(talk, MEMBER_LEFT)).containsExactly(2L);
            assertInboxWithUnread(talk, CAROL, 2);
        }

        @Test
        void whoLeavesWhileAMessageIsInFlightSeesIt() {
            assertThat(during(talk, first -> first.say(ANNA), () -> talk.leave(BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(talk.row(BOB), 0, 2, 2);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aMessageSentWhileSomebodyLeavesDoesNotReachThem() {
            assertSent(
                    during(talk, first -> first.leave(BOB), () -> talk.by(ANNA).send()));

            assertWindow(talk.row(BOB), 0, 1, 1);
            assertThat(talk.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(talk.seqs(BOB)).containsExactly(1L);
            assertThat(talk.lastShown(BOB)).isEqualTo(1);
            assertInboxWithUnread(talk, CAROL, 2);
        }

        @Test
        void whoRemainsAloneHasTheirOwnMessageInTheInbox() {
            talk.remove(ANNA, CAROL);

            assertSent(
                    during(talk, first -> first.leave(BOB), () -> talk.by(ANNA).send()));

            assertThat(talk.row(ANNA).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(talk, ANNA, 0);
        }

        @Test
        void aMemberIsRemovedOnce() {
            assertThat(during(talk, first -> first.remove(ANNA, BOB), () -> talk.remove(CAROL, BOB)))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(talk, MEMBER_LEFT)).containsExactly(1L);
            assertThat(talk.info().memberCount()).isEqualTo(2);
        }

        @Test
        void ofTwoWhoRemoveEachOtherOneRemains() {
            assertThat(during(talk, first -> first.remove(ANNA, CAROL), () -> talk.remove(CAROL, ANNA)))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(talk.row(ANNA).active()).isTrue();
            assertThat(talk.info().memberCount()).isEqualTo(2);
        }

        @Test
        void asManyRemainAsTheRuleAsks() {
            Talk small = opening(ANNA)
                    .with(BOB, CAROL)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .talk();

            assertThat(during(small, first -> first.leave(CAROL), () -> small.leave(BOB)))
                    .isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));

            assertThat(small.info().memberCount()).isEqualTo(2);
        }

        @Test
        void aManagerRemovedMeanwhileChangesNothing() {
            assertThat(during(talk, first -> first.remove(ANNA, CAROL), () -> talk.rename(CAROL, "roof")))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(talk.info().subject()).isEmpty();
        }

        @Test
        void aManagerRemovedMeanwhileDeletesNothing() {
            MessageId message = talk.message(1);

            assertThat(during(talk, first -> first.remove(ANNA, CAROL), () -> erase(CAROL, message)))
                    .isEqualTo(refused(Refusal.FORBIDDEN));

            assertThat(talk.facts().messages().get(0).deleted()).isFalse();
        }

        @Test
        void whoIsBeingRemovedStillReadsWhatTheySaw() {
            assertThat(during(talk, first -> first.remove(ANNA, BOB), () -> talk.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertWindow(talk.row(BOB), 0, 1, 0);
        }

        @Test
        void whoIsRemovedWhileReadingHasReadIt() {
            assertThat(during(talk, first -> first.read(BOB, 1), () -> talk.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(talk.row(BOB), 0, 1, 0);
        }
    }

    @Nested
    class Coming {

        @Test
        void aMessageSentWhileSomebodyJoinsReachesThem() {
            SendOutcome outcome = during(
                    talk, first -> first.join(ANNA, DAVE), () -> talk.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            MemberFact dave = talk.row(DAVE);
            assertThat(dave.fromSeq()).isEqualTo(1);
            assertThat(dave.newestSeq()).isEqualTo(2);
            assertThat(dave.activityAt()).contains(((SendOutcome.Stored) outcome).createdAt());
            assertInboxWithUnread(talk, DAVE, 1);
            assertThat(talk.seqs(DAVE)).containsExactly(2L);
        }

        @Test
        void whoJoinsWhileAMessageIsInFlightComesAfterIt() {
            assertThat(during(talk, first -> first.say(BOB), () -> talk.join(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(talk.row(DAVE).fromSeq()).isEqualTo(2);
            assertUnread(talk, DAVE, 0);
            assertThat(world.box(DAVE, Box.INBOX)).isEmpty();
            assertThat(logged(talk, MEMBER_JOINED)).containsExactly(2L);
            talk.say(BOB);
            assertInboxWithUnread(talk, DAVE, 1);
        }

        @Test
        void whoJoinsWithThePastWhileAMessageIsInFlightHasReadIt() {
            assertThat(during(talk, first -> first.say(BOB), () -> talk.joinFull(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(talk.row(DAVE).readSeq()).isEqualTo(2);
            assertThat(talk.row(DAVE).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(talk, DAVE, 0);
        }

        @Test
        void whoComesBackWhileAMessageIsInFlightComesAfterIt() {
            talk.leave(BOB);

            assertThat(during(talk, first -> first.say(ANNA), () -> talk.join(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertThat(talk.row(BOB).fromSeq()).isEqualTo(2);
            assertUnread(talk, BOB, 0);
            assertThat(world.unread(BOB)).isEqualTo(NOTHING);
        }

        @Test
        void aMessageSentWhileSomebodyComesBackReachesThem() {
            talk.leave(BOB);
            talk.say(ANNA);

            assertSent(during(
                    talk, first -> first.join(ANNA, BOB), () -> talk.by(ANNA).send()));

            assertThat(talk.seqs(BOB)).containsExactly(3L);
            assertThat(talk.row(BOB).newestSeq()).isEqualTo(3);
            assertInboxWithUnread(talk, BOB, 1);
        }

        /** A storage that does not wait may still refuse; it must not store a message of nobody's. */
        @Test
        void whoIsBeingAddedSendsOrIsRefused() {
            SendOutcome outcome = during(
                    talk, first -> first.join(ANNA, DAVE), () -> talk.by(DAVE).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.NOT_MEMBER)))
                    .isTrue();
            assertInboxWithUnread(talk, BOB, stored ? 2 : 1);
        }

        @Test
        void whoIsNotAloneAnyMoreHasTheirOwnMessageInSentOnly() {
            Talk alone = group(EVE);

            assertSent(during(
                    alone, first -> first.join(EVE, DAVE), () -> alone.by(EVE).send()));

            assertThat(world.box(EVE, Box.INBOX)).isEmpty();
            assertThat(world.box(EVE, Box.SENT)).containsExactly(alone.id());
            assertInboxWithUnread(alone, DAVE, 1);
        }

        @Test
        void aMemberJoinsOnce() {
            assertThat(during(talk, first -> first.join(ANNA, DAVE), () -> talk.joinFull(CAROL, DAVE)))
                    .isEqualTo(UNCHANGED);

            assertThat(talk.row(DAVE).fromSeq()).isEqualTo(1);
            assertThat(talk.info().memberCount()).isEqualTo(4);
            assertThat(logged(talk, MEMBER_JOINED)).containsExactly(1L);
        }

        @Test
        void thereAreNoMoreMembersThanTheLimit() {
            ThreadChange dave = new ThreadChange.AddMembers(List.of(Talk.newcomer(DAVE)), 4);
            ThreadChange eve = new ThreadChange.AddMembers(List.of(Talk.newcomer(EVE)), 4);

            assertThat(during(talk, first -> first.change(ANNA, dave), () -> talk.change(CAROL, eve)))
                    .isEqualTo(refused(Refusal.TOO_MANY_MEMBERS));

            assertThat(talk.info().memberCount()).isEqualTo(4);
        }

        /** In either order; a storage that does not wait may find the member still there. */
        @Test
        void addingWhoIsBeingRemovedAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(talk, first -> first.remove(ANNA, BOB), () -> talk.join(CAROL, BOB));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(talk.row(BOB).active()).isEqualTo(outcome.equals(CHANGED));
            assertThat(logged(talk, MEMBER_JOINED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }
    }
}
