package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a list shows of a thread: the last message that its reader can see, the first and last seq of the reader's
 * window. Nobody is shown anything from outside their window.
 *
 * <p>Not asserted: how much longer than asked for a preview may be, whether an internal note that the reader does not
 * see raises the reader's last seq or lowers the first, and the last seq of who can see nothing at all.
 */
public abstract class PreviewContract extends StorageContract {

    private static final String SECRET = "SECRET";

    /** For adapters to extend. */
    protected PreviewContract() {}

    /** Asserts the last message as the thread is found and, if it stands there, as it is listed. */
    private void assertShown(TestThread testThread, Party party, long seq) {
        assertThat(testThread.lastShown(party)).as("found by %s", party).isEqualTo(seq);
        testTenant.page(testTenant.query(party, Box.ALL)).stream()
                .filter(entry -> entry.summary().threadId().equals(testThread.id()))
                .forEach(entry -> assertThat(entry.summary()
                                .last()
                                .map(last -> last.position().seq())
                                .orElse(0L))
                        .as("listed for %s", party)
                        .isEqualTo(seq));
        assertThat(testThread.summary(party).last().map(LastMessage::preview).orElse(""))
                .as("shown to %s", party)
                .doesNotContain(SECRET);
    }

    private void assertWindow(TestThread testThread, Party party, long first, long last) {
        ReaderState mine = testThread.summary(party).mine();
        assertThat(mine.firstSeq()).as("first seq of %s", party).isEqualTo(first);
        assertThat(mine.lastSeq()).as("last seq of %s", party).isEqualTo(last);
        assertThat(testThread.summary(party).position()).isEqualTo(testThread.at(last));
    }

    @Nested
    class LastMessages {

        @Test
        void theLastMessageIsShownWithAllItsFields() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, "one");
            Instant sentAt = Instant.parse("2025-01-02T03:04:05.678901Z");
            var stored = testThread.by(BOB).text("two").sentAt(sentAt).stored();

            assertThat(testThread.summary(ANNA).last())
                    .contains(new LastMessage(stored.messageId(), testThread.at(2), BOB, sentAt, "two"));
            assertThat(testTenant
                            .page(testTenant.query(ANNA, Box.INBOX))
                            .get(0)
                            .summary()
                            .last())
                    .isEqualTo(testThread.summary(ANNA).last());
        }

        @Test
        void anOwnMessageIsShownToo() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);

            assertShown(testThread, ANNA, 1);
            assertShown(testThread, BOB, 1);
        }

        @Test
        void aSystemMessageIsNotShown() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.by(ANNA).system().text(SECRET).stored();

            assertShown(testThread, BOB, 1);
            assertWindow(testThread, BOB, 1, 2);
        }

        @Test
        void aDeletedMessageIsNotShown() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.say(ANNA, SECRET);
            testThread.erase(ANNA, 3);

            assertShown(testThread, ANNA, 2);
            assertShown(testThread, BOB, 2);
            assertWindow(testThread, BOB, 1, 3);
            testThread.erase(ANNA, 1);
            assertShown(testThread, BOB, 2);
            testThread.erase(BOB, 2);
            assertShown(testThread, BOB, 0);
            assertThat(testTenant.box(BOB, Box.INBOX)).containsExactly(testThread.id());
        }

        @Test
        void aHiddenMessageIsNotShownToWhoHidIt() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.hide(BOB, 3);
            testThread.hide(BOB, 2);

            assertShown(testThread, BOB, 1);
            assertShown(testThread, ANNA, 3);
            assertWindow(testThread, BOB, 1, 3);
        }

        @Test
        void anInternalNoteIsShownOnlyToThoseWhoSeeIt() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.by(ANNA).internal().text(SECRET).stored();
            assertShown(testThread, CAROL, 0);
            testThread.say(ANNA, "open");
            testThread.by(ANNA).internal().text(SECRET).stored();

            assertShown(testThread, CAROL, 2);
            assertThat(testThread.lastShown(BOB)).isEqualTo(3);
            assertThat(testThread.summary(BOB).last().orElseThrow().preview()).isEqualTo(SECRET);
        }

        @Test
        void everythingTogetherShowsTheLastThatIsLeft() {
            TestThread testThread = opening(ANNA).starterRights(CHIEF).with(BOB).testThread();
            testThread.say(ANNA, SECRET);
            testThread.join(ANNA, CAROL);
            testThread.say(BOB, "this one");
            testThread.say(ANNA, SECRET);
            testThread.say(ANNA, SECRET);
            testThread.by(ANNA).internal().text(SECRET).stored();
            testThread.by(ANNA).system().text(SECRET).stored();
            testThread.erase(ANNA, 3);
            testThread.hide(CAROL, 4);

            assertShown(testThread, CAROL, 2);
            testThread.leave(CAROL);
            testThread.say(ANNA, SECRET);
            assertShown(testThread, CAROL, 2);
            testThread.hide(CAROL, 2);
            assertShown(testThread, CAROL, 0);
        }
    }

    @Nested
    class Windows {

        @Test
        void whoJoinedLaterIsShownNothingFromBefore() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, SECRET);
            testThread.say(ANNA, SECRET);
            testThread.join(ANNA, CAROL);

            assertShown(testThread, CAROL, 0);
            assertThat(testThread.summary(CAROL).mine().firstSeq())
                    .isGreaterThan(testThread.summary(CAROL).mine().lastSeq());
            testThread.say(ANNA);
            assertShown(testThread, CAROL, 3);
            assertWindow(testThread, CAROL, 3, 3);
            testThread.erase(ANNA, 3);
            assertShown(testThread, CAROL, 0);
            assertThat(testThread.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void whoJoinedWithThePastIsShownAllOfIt() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertShown(testThread, CAROL, 1);
            assertWindow(testThread, CAROL, 1, 1);
        }

        @Test
        void whoDeletedTheThreadIsShownNothingFromBefore() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, SECRET);
            testThread.say(ANNA, SECRET);
            testThread.delete(BOB, 2);
            assertShown(testThread, BOB, 0);
            assertThat(testThread.summary(BOB).mine().firstSeq()).isEqualTo(3);

            testThread.say(ANNA);
            assertShown(testThread, BOB, 3);
            assertWindow(testThread, BOB, 3, 3);
        }

        @Test
        void whoLeftIsShownNothingFromAfter() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.leave(BOB);
            testThread.say(ANNA, SECRET);

            assertShown(testThread, BOB, 1);
            assertWindow(testThread, BOB, 1, 1);
            assertThat(testThread.summary(BOB).mine().member()).isFalse();
            assertThat(testThread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
            testThread.erase(ANNA, 1);
            assertShown(testThread, BOB, 0);
        }

        @Test
        void whoCameBackIsShownNothingFromBetween() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, SECRET);
            testThread.leave(BOB);
            testThread.say(ANNA, SECRET);
            testThread.join(ANNA, BOB);
            assertShown(testThread, BOB, 0);

            testThread.say(ANNA);
            assertShown(testThread, BOB, 3);
            assertWindow(testThread, BOB, 3, 3);
        }

        @Test
        void aStrangerIsShownNothing() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);

            assertThat(testThread.find(EVE)).isEmpty();
            assertThat(testTenant.testThread(testTenant.newThreadId()).find(ANNA))
                    .isEmpty();
        }
    }

    @Nested
    class ReaderStates {

        @Test
        void theReadersOwnRowIsAnswered() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            var last = testThread.say(ANNA);
            testThread.read(BOB, 1);
            testThread.star(BOB, 1);
            testThread.star(BOB, 2);
            testThread.starThread(BOB);

            assertThat(testThread.summary(BOB).mine())
                    .isEqualTo(
                            new ReaderState(1, 2, 1, 1, Rights.MEMBER, true, false, false, 2, true, last.createdAt()));
        }
    }

    @Nested
    class Lengths {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 75, 76, 200, 1000, 5000})
        void aPreviewHasAtLeastTheLengthAskedFor(int length) {
            String text = "a\uD83D\uDE00\u00E9".repeat(500);
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, text);

            String found = testTenant
                    .storage()
                    .boxes()
                    .find(testTenant.as(BOB), testThread.id(), length)
                    .flatMap(summary -> summary.last())
                    .orElseThrow()
                    .preview();
            String listed = testTenant
                    .page(new BoxQuery(
                            testTenant.as(BOB), Box.INBOX, BoxQuery.Filter.ANY, Optional.empty(), 0, 10, length))
                    .get(0)
                    .summary()
                    .last()
                    .orElseThrow()
                    .preview();

            assertThat(found.length()).isGreaterThanOrEqualTo(Math.min(length, text.length()));
            assertThat(text.startsWith(found)).isTrue();
            assertThat(listed.length()).isGreaterThanOrEqualTo(Math.min(length, text.length()));
            assertThat(text.startsWith(listed)).isTrue();
        }

        @Test
        void aShortTextIsShownWhole() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, "ok");

            assertThat(testThread.summary(BOB).last().orElseThrow().preview()).isEqualTo("ok");
        }
    }
}
