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
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
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
    private TestThread testThread;

    /** For adapters to extend. */
    protected MembershipInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        testThread = opening(ANNA)
                .with(BOB)
                .with(Rights.MANAGER, CAROL)
                .says("hello")
                .testThread();
    }

    private static void assertSent(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
    }

    private void assertWindow(MemberFact member, long from, long until, long unread) {
        assertThat(member.active()).isFalse();
        assertThat(member.fromSeq()).isEqualTo(from);
        assertThat(member.untilSeq()).contains(until);
        assertThat(member.unread()).isEqualTo(unread);
        assertThat(testTenant.unread(member.party())).isEqualTo(NOTHING);
        assertThat(testTenant.box(member.party(), Box.INBOX)).isEmpty();
    }

    @Nested
    class Going {

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            assertThat(during(
                            testThread,
                            first -> first.remove(ANNA, BOB),
                            () -> testThread.by(BOB).send()))
                    .isEqualTo(sendRefused(Refusal.PAST_MEMBER));

            assertThat(testThread.facts().lastSeq()).isEqualTo(1);
            assertInboxWithUnread(testThread, CAROL, 1);
            assertThat(testTenant.box(BOB, Box.SENT)).isEmpty();
        }

        /** Who guesses a seq finds it only once it is there: the numbers that belong to it come with it. */
        @Test
        void aSeqThatIsOnlyBeingWrittenIsReachedWithItsNumbersOrNotAtAll() {
            for (Move move : List.of(Move.READ_UP_TO, Move.DELETE)) {
                TestThread guessed = opening(ANNA).with(BOB).says("hello").testThread();
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
            assertThat(during(testThread, first -> first.say(BOB), () -> testThread.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(testThread.row(BOB), 0, 2, 1);
            assertThat(lastLogged(testThread, 2)).containsExactly(MESSAGE_CREATED, MEMBER_LEFT);
            assertThat(logged(testThread, MEMBER_LEFT)).containsExactly(2L);
            assertInboxWithUnread(testThread, CAROL, 2);
        }

        @Test
        void whoLeavesWhileAMessageIsInFlightSeesIt() {
            assertThat(during(testThread, first -> first.say(ANNA), () -> testThread.leave(BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(testThread.row(BOB), 0, 2, 2);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aMessageSentWhileSomebodyLeavesDoesNotReachThem() {
            assertSent(during(
                    testThread,
                    first -> first.leave(BOB),
                    () -> testThread.by(ANNA).send()));

            assertWindow(testThread.row(BOB), 0, 1, 1);
            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(testThread.seqs(BOB)).containsExactly(1L);
            assertThat(testThread.lastShown(BOB)).isEqualTo(1);
            assertInboxWithUnread(testThread, CAROL, 2);
        }

        @Test
        void whoRemainsAloneHasTheirOwnMessageInTheInbox() {
            testThread.remove(ANNA, CAROL);

            assertSent(during(
                    testThread,
                    first -> first.leave(BOB),
                    () -> testThread.by(ANNA).send()));

            assertThat(testThread.row(ANNA).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(testThread, ANNA, 0);
        }

        @Test
        void aMemberIsRemovedOnce() {
            assertThat(during(testThread, first -> first.remove(ANNA, BOB), () -> testThread.remove(CAROL, BOB)))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(testThread, MEMBER_LEFT)).containsExactly(1L);
            assertThat(testThread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void ofTwoWhoRemoveEachOtherOneRemains() {
            assertThat(during(testThread, first -> first.remove(ANNA, CAROL), () -> testThread.remove(CAROL, ANNA)))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(testThread.row(ANNA).active()).isTrue();
            assertThat(testThread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void asManyRemainAsTheRuleAsks() {
            TestThread small = opening(ANNA)
                    .with(BOB, CAROL)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .testThread();

            assertThat(during(small, first -> first.leave(CAROL), () -> small.leave(BOB)))
                    .isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));

            assertThat(small.info().memberCount()).isEqualTo(2);
        }

        @Test
        void aManagerRemovedMeanwhileChangesNothing() {
            assertThat(during(testThread, first -> first.remove(ANNA, CAROL), () -> testThread.rename(CAROL, "roof")))
                    .isEqualTo(refused(Refusal.PAST_MEMBER));

            assertThat(testThread.info().subject()).isEmpty();
        }

        @Test
        void aManagerRemovedMeanwhileDeletesNothing() {
            MessageId message = testThread.message(1);

            assertThat(during(testThread, first -> first.remove(ANNA, CAROL), () -> erase(CAROL, message)))
                    .isEqualTo(refused(Refusal.FORBIDDEN));

            assertThat(testThread.facts().messages().get(0).deleted()).isFalse();
        }

        @Test
        void whoIsBeingRemovedStillReadsWhatTheySaw() {
            assertThat(during(testThread, first -> first.remove(ANNA, BOB), () -> testThread.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertWindow(testThread.row(BOB), 0, 1, 0);
        }

        @Test
        void whoIsRemovedWhileReadingHasReadIt() {
            assertThat(during(testThread, first -> first.read(BOB, 1), () -> testThread.remove(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertWindow(testThread.row(BOB), 0, 1, 0);
        }
    }

    @Nested
    class Coming {

        @Test
        void aMessageSentWhileSomebodyJoinsReachesThem() {
            SendOutcome outcome = during(
                    testThread,
                    first -> first.join(ANNA, DAVE),
                    () -> testThread.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            MemberFact dave = testThread.row(DAVE);
            assertThat(dave.fromSeq()).isEqualTo(1);
            assertThat(dave.newestSeq()).isEqualTo(2);
            assertThat(dave.activityAt()).contains(((SendOutcome.Stored) outcome).createdAt());
            assertInboxWithUnread(testThread, DAVE, 1);
            assertThat(testThread.seqs(DAVE)).containsExactly(2L);
        }

        @Test
        void whoJoinsWhileAMessageIsInFlightComesAfterIt() {
            assertThat(during(testThread, first -> first.say(BOB), () -> testThread.join(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(testThread.row(DAVE).fromSeq()).isEqualTo(2);
            assertUnread(testThread, DAVE, 0);
            assertThat(testTenant.box(DAVE, Box.INBOX)).isEmpty();
            assertThat(logged(testThread, MEMBER_JOINED)).containsExactly(2L);
            testThread.say(BOB);
            assertInboxWithUnread(testThread, DAVE, 1);
        }

        @Test
        void whoJoinsWithThePastWhileAMessageIsInFlightHasReadIt() {
            assertThat(during(testThread, first -> first.say(BOB), () -> testThread.joinFull(ANNA, DAVE)))
                    .isEqualTo(CHANGED);

            assertThat(testThread.row(DAVE).readSeq()).isEqualTo(2);
            assertThat(testThread.row(DAVE).newestSeq()).isEqualTo(2);
            assertInboxWithUnread(testThread, DAVE, 0);
        }

        @Test
        void whoComesBackWhileAMessageIsInFlightComesAfterIt() {
            testThread.leave(BOB);

            assertThat(during(testThread, first -> first.say(ANNA), () -> testThread.join(ANNA, BOB)))
                    .isEqualTo(CHANGED);

            assertThat(testThread.row(BOB).fromSeq()).isEqualTo(2);
            assertUnread(testThread, BOB, 0);
            assertThat(testTenant.unread(BOB)).isEqualTo(NOTHING);
        }

        @Test
        void aMessageSentWhileSomebodyComesBackReachesThem() {
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertSent(during(
                    testThread,
                    first -> first.join(ANNA, BOB),
                    () -> testThread.by(ANNA).send()));

            assertThat(testThread.seqs(BOB)).containsExactly(3L);
            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(3);
            assertInboxWithUnread(testThread, BOB, 1);
        }

        /** A storage that does not wait may still refuse; it must not store a message of nobody's. */
        @Test
        void whoIsBeingAddedSendsOrIsRefused() {
            SendOutcome outcome = during(
                    testThread,
                    first -> first.join(ANNA, DAVE),
                    () -> testThread.by(DAVE).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.NOT_MEMBER)))
                    .isTrue();
            assertInboxWithUnread(testThread, BOB, stored ? 2 : 1);
        }

        @Test
        void whoIsNotAloneAnyMoreHasTheirOwnMessageInSentOnly() {
            TestThread alone = group(EVE);

            assertSent(during(
                    alone, first -> first.join(EVE, DAVE), () -> alone.by(EVE).send()));

            assertThat(testTenant.box(EVE, Box.INBOX)).isEmpty();
            assertThat(testTenant.box(EVE, Box.SENT)).containsExactly(alone.id());
            assertInboxWithUnread(alone, DAVE, 1);
        }

        @Test
        void aMemberJoinsOnce() {
            assertThat(during(testThread, first -> first.join(ANNA, DAVE), () -> testThread.joinFull(CAROL, DAVE)))
                    .isEqualTo(UNCHANGED);

            assertThat(testThread.row(DAVE).fromSeq()).isEqualTo(1);
            assertThat(testThread.info().memberCount()).isEqualTo(4);
            assertThat(logged(testThread, MEMBER_JOINED)).containsExactly(1L);
        }

        @Test
        void thereAreNoMoreMembersThanTheLimit() {
            ThreadChange dave = new ThreadChange.AddMembers(List.of(TestThread.newcomer(DAVE)), 4);
            ThreadChange eve = new ThreadChange.AddMembers(List.of(TestThread.newcomer(EVE)), 4);

            assertThat(during(testThread, first -> first.change(ANNA, dave), () -> testThread.change(CAROL, eve)))
                    .isEqualTo(refused(Refusal.TOO_MANY_MEMBERS));

            assertThat(testThread.info().memberCount()).isEqualTo(4);
        }

        /** In either order; a storage that does not wait may find the member still there. */
        @Test
        void addingWhoIsBeingRemovedAgreesWithItsAnswer() {
            ChangeOutcome outcome =
                    during(testThread, first -> first.remove(ANNA, BOB), () -> testThread.join(CAROL, BOB));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(testThread.row(BOB).active()).isEqualTo(outcome.equals(CHANGED));
            assertThat(logged(testThread, MEMBER_JOINED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }
    }
}
