package dev.postroom.messaging.testkit.contract.thread;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CLOSED;
import static dev.postroom.messaging.event.ChangeType.THREAD_REOPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.ThreadInfo.Closing;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Closing, reopening and renaming a thread, and what becomes of a message to a closed one.
 *
 * <p>Not asserted: whether somebody who closes on another's behalf is named in {@code ThreadInfo.closed()}, and what a
 * system message does to a closed thread.
 */
public abstract class ClosedThreadContract extends StorageContract {

    /** For adapters to extend. */
    protected ClosedThreadContract() {}

    private TestThread talkWith(ClosedRule rule) {
        TestThread testThread = opening(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .testThread();
        testThread.say(ANNA);
        return testThread;
    }

    @Nested
    class ClosingAndReopening {

        @Test
        void aClosedThreadSaysWhoClosedItAndWhen() {
            TestThread testThread = talkWith(ClosedRule.REJECT);

            assertThat(testThread.close(ANNA)).isEqualTo(CHANGED);

            assertThat(testThread.info().closed()).contains(new Closing(ANNA, testTenant.latest()));
            assertThat(testThread.summary(BOB).thread().closed()).contains(new Closing(ANNA, testTenant.latest()));
            assertThat(testThread.info().updatedAt()).isEqualTo(testTenant.latest());
        }

        @Test
        void aReopenedThreadIsOpen() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            testThread.close(ANNA);

            assertThat(testThread.reopen(ANNA)).isEqualTo(CHANGED);

            assertThat(testThread.info().closed()).isEmpty();
            assertThat(testThread.info().updatedAt()).isEqualTo(testTenant.latest());
            assertThat(testThread.say(BOB).position()).isEqualTo(testThread.at(2));
        }

        @Test
        void closingAClosedAndReopeningAnOpenThreadChangesNothing() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            assertChangesNothing(UNCHANGED, () -> testThread.reopen(ANNA));
            testThread.close(ANNA);

            assertChangesNothing(UNCHANGED, () -> testThread.close(ANNA));
        }

        @Test
        void eachChangeRaisesTheRevision() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            long created = testThread.info().revision();
            testThread.close(ANNA);
            long closed = testThread.info().revision();
            testThread.reopen(ANNA);
            long reopened = testThread.info().revision();
            testThread.rename(ANNA, "Roof");

            assertThat(closed).isGreaterThan(created);
            assertThat(reopened).isGreaterThan(closed);
            assertThat(testThread.info().revision()).isGreaterThan(reopened);
        }

        @Test
        void closingMovesNobodysMailbox() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            var bob = testThread.row(BOB);
            testThread.close(ANNA);
            testThread.reopen(ANNA);
            testThread.rename(ANNA, "Roof");

            assertThat(testThread.row(BOB)).isEqualTo(bob);
        }

        @Test
        void positionsAndStarsMoveInAClosedThread() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            testThread.close(ANNA);

            assertThat(testThread.read(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.archive(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.star(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(testThread.leave(BOB)).isEqualTo(CHANGED);
        }

        @Test
        void anyMemberOfADirectThreadMayCloseReopenAndRename() {
            TestThread testThread = direct(ANNA, BOB);

            assertThat(testThread.close(BOB)).isEqualTo(CHANGED);
            assertThat(testThread.info().closed().orElseThrow().by()).isEqualTo(BOB);
            assertThat(testThread.reopen(ANNA)).isEqualTo(CHANGED);
            assertThat(testThread.rename(BOB, "Roof")).isEqualTo(CHANGED);
            assertThat(testThread.rename(ANNA, "Wall")).isEqualTo(CHANGED);
        }

        @ParameterizedTest
        @EnumSource
        void inAGroupItNeedsTheRight(ClosedRule rule) {
            TestThread testThread = talkWith(rule);

            assertRefused(Refusal.FORBIDDEN, () -> testThread.close(BOB));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.rename(BOB, "Roof"));
            testThread.close(ANNA);
            assertRefused(Refusal.FORBIDDEN, () -> testThread.reopen(BOB));
        }
    }

    @Nested
    class Renaming {

        @Test
        void aRenamedThreadHasItsNewSubject() {
            TestThread testThread = opening(ANNA).with(BOB).subject("Roof").testThread();

            assertThat(testThread.rename(ANNA, "Wall")).isEqualTo(CHANGED);

            assertThat(testThread.info().subject()).isEqualTo("Wall");
            assertThat(testThread.summary(BOB).subject()).isEqualTo("Wall");
            assertThat(testThread.info().updatedAt()).isEqualTo(testTenant.latest());
        }

        @Test
        void theSameSubjectChangesNothing() {
            TestThread testThread = opening(ANNA).with(BOB).subject("Roof").testThread();

            assertChangesNothing(UNCHANGED, () -> testThread.rename(ANNA, "Roof"));
        }

        @Test
        void aSubjectMayBeTakenAway() {
            TestThread testThread = opening(ANNA).with(BOB).subject("Roof").testThread();

            assertThat(testThread.rename(ANNA, "")).isEqualTo(CHANGED);
            assertThat(testThread.info().subject()).isEmpty();
            assertChangesNothing(UNCHANGED, () -> testThread.rename(ANNA, ""));
        }

        @Test
        void aClosedThreadMayBeRenamed() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            testThread.close(ANNA);

            assertThat(testThread.rename(ANNA, "Done")).isEqualTo(CHANGED);
        }
    }

    @Nested
    class MessagesToAClosedThread {

        @Test
        void areRejectedByDefault() {
            TestThread testThread = talkWith(ClosedRule.REJECT);
            testThread.close(ANNA);

            assertSendRefused(Refusal.CLOSED, () -> testThread.by(BOB).send());
            assertSendRefused(Refusal.CLOSED, () -> testThread.by(ANNA).send());
            assertThat(testThread.seqs(BOB)).containsExactly(1L);
        }

        @Test
        void openItAgainIfTheRuleSaysSo() {
            TestThread testThread = talkWith(ClosedRule.REOPEN);
            testThread.close(ANNA);
            long revision = testThread.info().revision();

            var rows = testThread.logOf(() -> testThread.by(BOB).seen(1).stored());

            assertThat(testThread.info().closed()).isEmpty();
            assertThat(testThread.info().revision()).isGreaterThan(revision);
            assertThat(rows)
                    .containsExactly(
                            testThread.row(THREAD_REOPENED, 2, BOB),
                            testThread.row(MESSAGE_CREATED, 2, BOB),
                            testThread.row(READ_MOVED, 1, BOB, BOB));
        }

        @Test
        void openItOnlyOnce() {
            TestThread testThread = talkWith(ClosedRule.REOPEN);
            testThread.close(ANNA);
            testThread.say(BOB);
            long revision = testThread.info().revision();

            assertThat(testThread.logOf(() -> testThread.say(BOB)))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 3, BOB));
            assertThat(testThread.info().revision()).isEqualTo(revision);
        }

        @Test
        void areAcceptedWithoutOpeningItIfTheRuleSaysSo() {
            TestThread testThread = talkWith(ClosedRule.ACCEPT);
            testThread.close(ANNA);
            var closed = testThread.info().closed();
            long revision = testThread.info().revision();

            var rows = testThread.logOf(() -> testThread.say(BOB));

            assertThat(rows).containsExactly(testThread.row(MESSAGE_CREATED, 2, BOB));
            assertThat(testThread.info().closed()).isEqualTo(closed);
            assertThat(testThread.info().revision()).isEqualTo(revision);
            assertThat(testThread.unread(ANNA)).isEqualTo(1);
        }

        @Test
        void closingTwiceIsLoggedOnce() {
            TestThread testThread = talkWith(ClosedRule.REJECT);

            var rows = testThread.logOf(() -> testThread.close(ANNA));
            assertThat(rows).containsExactly(testThread.row(THREAD_CLOSED, 1, ANNA));
            assertThat(testThread.logOf(() -> testThread.close(ANNA))).isEmpty();
        }
    }
}
