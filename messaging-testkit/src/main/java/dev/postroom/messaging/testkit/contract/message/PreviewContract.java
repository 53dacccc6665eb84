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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests what a list shows of a thread: the last message that its reader can see, and the first and last seq of the
 * reader's window. The list shows nothing from outside the window.
 *
 * <p>Not asserted: how much longer than requested a preview may be, whether an internal note that the reader does not
 * see raises the reader's last seq or lowers the first one, and the last seq of a reader who sees nothing at all.
 */
public abstract class PreviewContract extends StorageContract {

    private static final String SECRET = "SECRET";

    /** For adapters to extend. */
    protected PreviewContract() {}

    /** Asserts the last message of the thread, both when it is found by its id and when a box lists it. */
    private void assertShown(ThreadClient thread, Party party, long seq) {
        assertThat(thread.lastShown(party)).as("found by %s", party).isEqualTo(seq);
        client.page(client.query(party, Box.ALL)).stream()
                .filter(entry -> entry.summary().threadId().equals(thread.id()))
                .forEach(entry -> assertThat(entry.summary()
                                .last()
                                .map(last -> last.position().seq())
                                .orElse(0L))
                        .as("listed for %s", party)
                        .isEqualTo(seq));
        assertThat(thread.summary(party).last().map(LastMessage::preview).orElse(""))
                .as("shown to %s", party)
                .doesNotContain(SECRET);
    }

    private void assertWindow(ThreadClient thread, Party party, long first, long last) {
        ReaderState mine = thread.summary(party).mine();
        assertThat(mine.firstSeq()).as("first seq of %s", party).isEqualTo(first);
        assertThat(mine.lastSeq()).as("last seq of %s", party).isEqualTo(last);
        assertThat(thread.summary(party).position()).isEqualTo(thread.at(last));
    }

    @Nested
    class LastMessages {

        @Test
        void theLastMessageIsShownWithAllItsFields() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, "one");
            Instant sentAt = Instant.parse("2025-01-02T03:04:05.678901Z");
            var stored = thread.by(BOB).text("two").sentAt(sentAt).stored();

            assertThat(thread.summary(ANNA).last())
                    .contains(new LastMessage(stored.messageId(), thread.at(2), BOB, sentAt, "two"));
            assertThat(client.page(client.query(ANNA, Box.INBOX))
                            .get(0)
                            .summary()
                            .last())
                    .isEqualTo(thread.summary(ANNA).last());
        }

        @Test
        void anOwnMessageIsShownToo() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);

            assertShown(thread, ANNA, 1);
            assertShown(thread, BOB, 1);
        }

        @Test
        void aSystemMessageIsNotShown() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.by(ANNA).system().text(SECRET).stored();

            assertShown(thread, BOB, 1);
            assertWindow(thread, BOB, 1, 2);
        }

        @Test
        void aDeletedMessageIsNotShown() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(BOB);
            thread.say(ANNA, SECRET);
            thread.erase(ANNA, 3);

            assertShown(thread, ANNA, 2);
            assertShown(thread, BOB, 2);
            assertWindow(thread, BOB, 1, 3);
            thread.erase(ANNA, 1);
            assertShown(thread, BOB, 2);
            thread.erase(BOB, 2);
            assertShown(thread, BOB, 0);
            assertThat(client.box(BOB, Box.INBOX)).containsExactly(thread.id());
        }

        @Test
        void aHiddenMessageIsNotShownToThePartyThatHidIt() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(ANNA);
            thread.say(ANNA);
            thread.hide(BOB, 3);
            thread.hide(BOB, 2);

            assertShown(thread, BOB, 1);
            assertShown(thread, ANNA, 3);
            assertWindow(thread, BOB, 1, 3);
        }

        @Test
        void anInternalNoteIsShownOnlyToThoseWhoSeeIt() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.by(ANNA).internal().text(SECRET).stored();
            assertShown(thread, CAROL, 0);
            thread.say(ANNA, "open");
            thread.by(ANNA).internal().text(SECRET).stored();

            assertShown(thread, CAROL, 2);
            assertThat(thread.lastShown(BOB)).isEqualTo(3);
            assertThat(thread.summary(BOB).last().orElseThrow().preview()).isEqualTo(SECRET);
        }

        @Test
        void everythingTogetherShowsTheLastThatIsLeft() {
            ThreadClient thread =
                    newThread(ANNA).starterRights(INTERNAL_MANAGER).with(BOB).created();
            thread.say(ANNA, SECRET);
            thread.join(ANNA, CAROL);
            thread.say(BOB, "this one");
            thread.say(ANNA, SECRET);
            thread.say(ANNA, SECRET);
            thread.by(ANNA).internal().text(SECRET).stored();
            thread.by(ANNA).system().text(SECRET).stored();
            thread.erase(ANNA, 3);
            thread.hide(CAROL, 4);

            assertShown(thread, CAROL, 2);
            thread.leave(CAROL);
            thread.say(ANNA, SECRET);
            assertShown(thread, CAROL, 2);
            thread.hide(CAROL, 2);
            assertShown(thread, CAROL, 0);
        }
    }

    @Nested
    class Windows {

        @Test
        void aMemberWhoJoinedLaterIsShownNothingFromBefore() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, SECRET);
            thread.say(ANNA, SECRET);
            thread.join(ANNA, CAROL);

            assertShown(thread, CAROL, 0);
            assertThat(thread.summary(CAROL).mine().firstSeq())
                    .isGreaterThan(thread.summary(CAROL).mine().lastSeq());
            thread.say(ANNA);
            assertShown(thread, CAROL, 3);
            assertWindow(thread, CAROL, 3, 3);
            thread.erase(ANNA, 3);
            assertShown(thread, CAROL, 0);
            assertThat(thread.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void aMemberWhoJoinedWithHistoryIsShownAllOfIt() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertShown(thread, CAROL, 1);
            assertWindow(thread, CAROL, 1, 1);
        }

        @Test
        void aReaderWhoDeletedTheThreadIsShownNothingFromBefore() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, SECRET);
            thread.say(ANNA, SECRET);
            thread.delete(BOB, 2);
            assertShown(thread, BOB, 0);
            assertThat(thread.summary(BOB).mine().firstSeq()).isEqualTo(3);

            thread.say(ANNA);
            assertShown(thread, BOB, 3);
            assertWindow(thread, BOB, 3, 3);
        }

        @Test
        void aPastMemberIsShownNothingFromAfter() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.leave(BOB);
            thread.say(ANNA, SECRET);

            assertShown(thread, BOB, 1);
            assertWindow(thread, BOB, 1, 1);
            assertThat(thread.summary(BOB).mine().member()).isFalse();
            assertThat(thread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
            thread.erase(ANNA, 1);
            assertShown(thread, BOB, 0);
        }

        @Test
        void aReturningMemberIsShownNothingFromItsAbsence() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, SECRET);
            thread.leave(BOB);
            thread.say(ANNA, SECRET);
            thread.join(ANNA, BOB);
            assertShown(thread, BOB, 0);

            thread.say(ANNA);
            assertShown(thread, BOB, 3);
            assertWindow(thread, BOB, 3, 3);
        }

        @Test
        void aStrangerIsShownNothing() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);

            assertThat(thread.find(EVE)).isEmpty();
            assertThat(client.thread(client.newThreadId()).find(ANNA)).isEmpty();
        }
    }

    @Nested
    class ReaderStates {

        @Test
        void theReadersOwnRowIsAnswered() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            var last = thread.say(ANNA);
            thread.read(BOB, 1);
            thread.star(BOB, 1);
            thread.star(BOB, 2);
            thread.starThread(BOB);

            assertThat(thread.summary(BOB).mine())
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
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, text);

            String found = client.storage()
                    .boxes()
                    .find(client.as(BOB), thread.id(), length)
                    .flatMap(summary -> summary.last())
                    .orElseThrow()
                    .preview();
            String listed = client.page(new BoxQuery(
                            client.as(BOB), Box.INBOX, BoxQuery.Filter.ANY, Optional.empty(), 0, 10, length))
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
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, "ok");

            assertThat(thread.summary(BOB).last().orElseThrow().preview()).isEqualTo("ok");
        }
    }
}
