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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests closing, reopening and renaming of a thread, and what happens to a message in a closed thread.
 *
 * <p>Not asserted: whether {@code ThreadInfo.closed()} names an actor who closes on behalf of another party, and what a
 * system message does to a closed thread.
 */
public abstract class ClosedThreadContract extends StorageContract {

    /** For adapters to extend. */
    protected ClosedThreadContract() {}

    private ThreadClient threadWith(ClosedRule rule) {
        ThreadClient thread = newThread(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .created();
        thread.say(ANNA);
        return thread;
    }

    @Nested
    class ClosingAndReopening {

        @Test
        void aClosedThreadNamesThePartyThatClosedItAndTheTime() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);

            assertThat(thread.close(ANNA)).isEqualTo(CHANGED);

            assertThat(thread.info().closed()).contains(new Closing(ANNA, client.latest()));
            assertThat(thread.summary(BOB).thread().closed()).contains(new Closing(ANNA, client.latest()));
            assertThat(thread.info().updatedAt()).isEqualTo(client.latest());
        }

        @Test
        void aReopenedThreadIsOpen() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            thread.close(ANNA);

            assertThat(thread.reopen(ANNA)).isEqualTo(CHANGED);

            assertThat(thread.info().closed()).isEmpty();
            assertThat(thread.info().updatedAt()).isEqualTo(client.latest());
            assertThat(thread.say(BOB).position()).isEqualTo(thread.at(2));
        }

        @Test
        void closingAClosedAndReopeningAnOpenThreadChangesNothing() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            assertChangesNothing(UNCHANGED, () -> thread.reopen(ANNA));
            thread.close(ANNA);

            assertChangesNothing(UNCHANGED, () -> thread.close(ANNA));
        }

        @Test
        void eachChangeRaisesTheRevision() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            long created = thread.info().revision();
            thread.close(ANNA);
            long closed = thread.info().revision();
            thread.reopen(ANNA);
            long reopened = thread.info().revision();
            thread.rename(ANNA, "Roof");

            assertThat(closed).isGreaterThan(created);
            assertThat(reopened).isGreaterThan(closed);
            assertThat(thread.info().revision()).isGreaterThan(reopened);
        }

        @Test
        void closingChangesNoMailbox() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            var bob = thread.row(BOB);
            thread.close(ANNA);
            thread.reopen(ANNA);
            thread.rename(ANNA, "Roof");

            assertThat(thread.row(BOB)).isEqualTo(bob);
        }

        @Test
        void positionsAndStarsMoveInAClosedThread() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            thread.close(ANNA);

            assertThat(thread.read(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.archive(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.star(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(thread.leave(BOB)).isEqualTo(CHANGED);
        }

        @Test
        void anyMemberOfADirectThreadMayCloseReopenAndRename() {
            ThreadClient thread = direct(ANNA, BOB);

            assertThat(thread.close(BOB)).isEqualTo(CHANGED);
            assertThat(thread.info().closed().orElseThrow().by()).isEqualTo(BOB);
            assertThat(thread.reopen(ANNA)).isEqualTo(CHANGED);
            assertThat(thread.rename(BOB, "Roof")).isEqualTo(CHANGED);
            assertThat(thread.rename(ANNA, "Wall")).isEqualTo(CHANGED);
        }

        @ParameterizedTest
        @EnumSource
        void inAGroupItNeedsTheRight(ClosedRule rule) {
            ThreadClient thread = threadWith(rule);

            assertRefused(Refusal.FORBIDDEN, () -> thread.close(BOB));
            assertRefused(Refusal.FORBIDDEN, () -> thread.rename(BOB, "Roof"));
            thread.close(ANNA);
            assertRefused(Refusal.FORBIDDEN, () -> thread.reopen(BOB));
        }
    }

    @Nested
    class Renaming {

        @Test
        void aRenamedThreadHasItsNewSubject() {
            ThreadClient thread = newThread(ANNA).with(BOB).subject("Roof").created();

            assertThat(thread.rename(ANNA, "Wall")).isEqualTo(CHANGED);

            assertThat(thread.info().subject()).isEqualTo("Wall");
            assertThat(thread.summary(BOB).subject()).isEqualTo("Wall");
            assertThat(thread.info().updatedAt()).isEqualTo(client.latest());
        }

        @Test
        void theSameSubjectChangesNothing() {
            ThreadClient thread = newThread(ANNA).with(BOB).subject("Roof").created();

            assertChangesNothing(UNCHANGED, () -> thread.rename(ANNA, "Roof"));
        }

        @Test
        void aSubjectMayBeTakenAway() {
            ThreadClient thread = newThread(ANNA).with(BOB).subject("Roof").created();

            assertThat(thread.rename(ANNA, "")).isEqualTo(CHANGED);
            assertThat(thread.info().subject()).isEmpty();
            assertChangesNothing(UNCHANGED, () -> thread.rename(ANNA, ""));
        }

        @Test
        void aClosedThreadMayBeRenamed() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            thread.close(ANNA);

            assertThat(thread.rename(ANNA, "Done")).isEqualTo(CHANGED);
        }
    }

    @Nested
    class MessagesToAClosedThread {

        @Test
        void areRejectedByDefault() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);
            thread.close(ANNA);

            assertSendRefused(Refusal.CLOSED, () -> thread.by(BOB).send());
            assertSendRefused(Refusal.CLOSED, () -> thread.by(ANNA).send());
            assertThat(thread.seqs(BOB)).containsExactly(1L);
        }

        @Test
        void openItAgainIfTheRuleSaysSo() {
            ThreadClient thread = threadWith(ClosedRule.REOPEN);
            thread.close(ANNA);
            long revision = thread.info().revision();

            var rows = thread.loggedBy(() -> thread.by(BOB).seen(1).stored());

            assertThat(thread.info().closed()).isEmpty();
            assertThat(thread.info().revision()).isGreaterThan(revision);
            assertThat(rows)
                    .containsExactly(
                            thread.row(THREAD_REOPENED, 2, BOB),
                            thread.row(MESSAGE_CREATED, 2, BOB),
                            thread.row(READ_MOVED, 1, BOB, BOB));
        }

        @Test
        void openItOnlyOnce() {
            ThreadClient thread = threadWith(ClosedRule.REOPEN);
            thread.close(ANNA);
            thread.say(BOB);
            long revision = thread.info().revision();

            assertThat(thread.loggedBy(() -> thread.say(BOB))).containsExactly(thread.row(MESSAGE_CREATED, 3, BOB));
            assertThat(thread.info().revision()).isEqualTo(revision);
        }

        @Test
        void areAcceptedWithoutOpeningItIfTheRuleSaysSo() {
            ThreadClient thread = threadWith(ClosedRule.ACCEPT);
            thread.close(ANNA);
            var closed = thread.info().closed();
            long revision = thread.info().revision();

            var rows = thread.loggedBy(() -> thread.say(BOB));

            assertThat(rows).containsExactly(thread.row(MESSAGE_CREATED, 2, BOB));
            assertThat(thread.info().closed()).isEqualTo(closed);
            assertThat(thread.info().revision()).isEqualTo(revision);
            assertThat(thread.unread(ANNA)).isEqualTo(1);
        }

        @Test
        void closingTwiceIsLoggedOnce() {
            ThreadClient thread = threadWith(ClosedRule.REJECT);

            var rows = thread.loggedBy(() -> thread.close(ANNA));
            assertThat(rows).containsExactly(thread.row(THREAD_CLOSED, 1, ANNA));
            assertThat(thread.loggedBy(() -> thread.close(ANNA))).isEmpty();
        }
    }
}
