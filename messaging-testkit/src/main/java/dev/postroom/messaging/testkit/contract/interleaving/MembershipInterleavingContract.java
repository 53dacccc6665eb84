package dev.postroom.messaging.testkit.contract.interleaving;

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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that it is always clear which parties were members when an operation took effect, while another operation is in
 * flight. Anna, Bob and Carol are members, Anna and Carol may manage the thread, and there is one message.
 */
public abstract class MembershipInterleavingContract extends InterleavingContract {

    private static final UnreadTotals NOTHING = new UnreadTotals(0, 0, true);

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    /** For adapters to extend. */
    protected MembershipInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        thread = newThread(ANNA)
                .with(BOB)
                .with(Rights.MANAGER, CAROL)
                .says("hello")
                .created();
    }

    private static void assertSent(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
    }

    private void assertWindow(MemberFact member, long from, long until, long unread) {
        assertThat(member.active()).isFalse();
        assertThat(member.fromSeq()).isEqualTo(from);
        assertThat(member.untilSeq()).contains(until);
        assertThat(member.unread()).isEqualTo(unread);
        assertThat(client.unread(member.party())).isEqualTo(NOTHING);
        assertThat(client.box(member.party(), Box.INBOX)).isEmpty();
    }

    @Nested
    class Going {

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            assertThat(during(
                            thread,
                            first -> first.remove(ANNA, BOB),
                            () -> thread.by(BOB).send()))
                    .isEqualTo(sendRefused(Refusal.PAST_MEMBER));

            assertThat(thread.facts().lastSeq()).isEqualTo(1);
            assertInboxWithUnread(thread, CAROL, 1);
            assertThat(client.box(BOB, Box.SENT)).isEmpty();
        }

        /**
         * A caller who guesses a seq finds it only when the message is stored, together with the numbers that belong to
         * it.
         */
        @Test
        void aSeqThatIsOnlyBeingWrittenIsReachedWithItsNumbersOrNotAtAll() {
            for (Move move : List.of(Move.READ_UP_TO, Move.DELETE)) {
                ThreadClient guessed = newThread(ANNA).with(BOB).says("hello").created();
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
            assertThat(during(thread, first -> first.say(BOB), () -> thread.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(thread.row(BOB), 0, 2, 1);
            assertThat(lastLogged(thread, 2)).containsExactly(MESSAGE_CREATED, MEMBER_LEFT);
            assertThat(thread.loggedSeqs(MEMBER_LEFT)).containsExactly(2L);
            assertInboxWithUnread(thread, CAROL, 2);
        }

        @Test
        void aMemberWhoLeavesWhileAMessageIsInFlightSeesIt() {
            assertThat(during(thread, first -> first.say(ANNA), () -> thread.leave(BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(thread.row(BOB), 0, 2, 2);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aMessageSentWhileSomebodyLeavesDoesNotReachThem() {
            assertSent(during(
                    thread, first -> first.leave(BOB), () -> thread.by(ANNA).send()));

            assertWindow(thread.row(BOB), 0, 1, 1);
            assertThat(thread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(thread.seqs(BOB)).containsExactly(1L);
            assertThat(thread.lastShown(BOB)).isEqualTo(1);
            assertInboxWithUnread(thread, CAROL, 2);
        }

        @Test
        void theLastMemberHasItsOwnMessageInTheInbox() {
            thread.remove(ANNA, CAROL);

            assertSent(during(
                    thread, first -> first.leave(BOB), () -> thread.by(ANNA).send()));

            assertThat(thread.row(ANNA).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(thread, ANNA, 0);
        }

        @Test
        void aMemberIsRemovedOnce() {
            assertThat(during(thread, first -> first.remove(ANNA, BOB), () -> thread.remove(CAROL, BOB)))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.loggedSeqs(MEMBER_LEFT)).containsExactly(1L);
            assertThat(thread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void oneOfTwoMembersWhoRemoveEachOtherRemains() {
            assertThat(during(thread, first -> first.remove(ANNA, CAROL), () -> thread.remove(CAROL, ANNA)))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(thread.row(ANNA).active()).isTrue();
            assertThat(thread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void asManyRemainAsTheRuleAsks() {
            ThreadClient small = newThread(ANNA)
                    .with(BOB, CAROL)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .created();

            assertThat(during(small, first -> first.leave(CAROL), () -> small.leave(BOB)))
                    .isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));

            assertThat(small.info().memberCount()).isEqualTo(2);
        }

        @Test
        void aManagerRemovedMeanwhileChangesNothing() {
            assertThat(during(thread, first -> first.remove(ANNA, CAROL), () -> thread.rename(CAROL, "roof")))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(thread.info().subject()).isEmpty();
        }

        @Test
        void aManagerRemovedMeanwhileDeletesNothing() {
            MessageId message = thread.message(1);

            assertThat(during(thread, first -> first.remove(ANNA, CAROL), () -> erase(CAROL, message)))
                    .isEqualTo(refused(Refusal.FORBIDDEN));

            assertThat(thread.facts().messages().get(0).deleted()).isFalse();
        }

        @Test
        void aMemberThatIsBeingRemovedStillReadsTheMessagesItSaw() {
            assertThat(during(thread, first -> first.remove(ANNA, BOB), () -> thread.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertWindow(thread.row(BOB), 0, 1, 0);
        }

        @Test
        void aMemberThatIsRemovedWhileReadingHasReadTheMessage() {
            assertThat(during(thread, first -> first.read(BOB, 1), () -> thread.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(thread.row(BOB), 0, 1, 0);
        }
    }

    @Nested
    class Coming {

        @Test
        void aMessageSentWhileSomebodyJoinsReachesThem() {
            SendOutcome outcome = during(
                    thread,
                    first -> first.join(ANNA, DAVE),
                    () -> thread.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            MemberFact dave = thread.row(DAVE);
            assertThat(dave.fromSeq()).isEqualTo(1);
            assertThat(dave.newestSeq()).isEqualTo(2);
            assertThat(dave.activityAt()).contains(((SendOutcome.Stored) outcome).createdAt());
            assertInboxWithUnread(thread, DAVE, 1);
            assertThat(thread.seqs(DAVE)).containsExactly(2L);
        }

        @Test
        void aMemberWhoJoinsWhileAMessageIsInFlightComesAfterIt() {
            assertThat(during(thread, first -> first.say(BOB), () -> thread.join(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(thread.row(DAVE).fromSeq()).isEqualTo(2);
            assertUnread(thread, DAVE, 0);
            assertThat(client.box(DAVE, Box.INBOX)).isEmpty();
            assertThat(thread.loggedSeqs(MEMBER_JOINED)).containsExactly(2L);
            thread.say(BOB);
            assertInboxWithUnread(thread, DAVE, 1);
        }

        @Test
        void aMemberWhoJoinsWithHistoryWhileAMessageIsInFlightHasReadIt() {
            assertThat(during(thread, first -> first.say(BOB), () -> thread.joinFull(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(thread.row(DAVE).readSeq()).isEqualTo(2);
            assertThat(thread.row(DAVE).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(thread, DAVE, 0);
        }

        @Test
        void aMemberWhoReturnsWhileAMessageIsInFlightComesAfterIt() {
            thread.leave(BOB);

            assertThat(during(thread, first -> first.say(ANNA), () -> thread.join(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertThat(thread.row(BOB).fromSeq()).isEqualTo(2);
            assertUnread(thread, BOB, 0);
            assertThat(client.unread(BOB)).isEqualTo(NOTHING);
        }

        @Test
        void aMessageSentWhileSomebodyComesBackReachesThem() {
            thread.leave(BOB);
            thread.say(ANNA);

            assertSent(during(
                    thread,
                    first -> first.join(ANNA, BOB),
                    () -> thread.by(ANNA).send()));

            assertThat(thread.seqs(BOB)).containsExactly(3L);
            assertThat(thread.row(BOB).newestSeq()).isEqualTo(3);
            assertInboxWithUnread(thread, BOB, 1);
        }

        /** A storage that does not wait may still refuse. It must not store a message whose author is no member. */
        @Test
        void aPartyThatIsBeingAddedSendsOrIsRefused() {
            SendOutcome outcome = during(
                    thread,
                    first -> first.join(ANNA, DAVE),
                    () -> thread.by(DAVE).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.NOT_MEMBER)))
                    .isTrue();
            assertInboxWithUnread(thread, BOB, stored ? 2 : 1);
        }

        @Test
        void aMemberThatIsNoLongerAloneHasItsOwnMessageInSentOnly() {
            ThreadClient alone = group(EVE);

            assertSent(during(
                    alone, first -> first.join(EVE, DAVE), () -> alone.by(EVE).send()));

            assertThat(client.box(EVE, Box.INBOX)).isEmpty();
            assertThat(client.box(EVE, Box.SENT)).containsExactly(alone.id());
            assertInboxWithUnread(alone, DAVE, 1);
        }

        @Test
        void aMemberJoinsOnce() {
            assertThat(during(thread, first -> first.join(ANNA, DAVE), () -> thread.joinFull(CAROL, DAVE)))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.row(DAVE).fromSeq()).isEqualTo(1);
            assertThat(thread.info().memberCount()).isEqualTo(4);
            assertThat(thread.loggedSeqs(MEMBER_JOINED)).containsExactly(1L);
        }

        @Test
        void thereAreNoMoreMembersThanTheLimit() {
            ThreadChange dave = new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(DAVE)), 4);
            ThreadChange eve = new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(EVE)), 4);

            assertThat(during(thread, first -> first.change(ANNA, dave), () -> thread.change(CAROL, eve)))
                    .isEqualTo(refused(Refusal.TOO_MANY_MEMBERS));

            assertThat(thread.info().memberCount()).isEqualTo(4);
        }

        /** Both orders are right. A storage that does not wait may find that the party is still a member. */
        @Test
        void addingAMemberThatIsBeingRemovedAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(thread, first -> first.remove(ANNA, BOB), () -> thread.join(CAROL, BOB));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(thread.row(BOB).active()).isEqualTo(outcome.equals(CHANGED));
            assertThat(thread.loggedSeqs(MEMBER_JOINED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }
    }
}
