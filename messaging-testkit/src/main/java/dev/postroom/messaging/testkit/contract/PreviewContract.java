package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.NewMember;
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
    private void assertShown(Talk talk, Party party, long seq) {
        assertThat(talk.lastShown(party)).as("found by %s", party).isEqualTo(seq);
        world.page(world.query(party, Box.ALL)).stream()
                .filter(entry -> entry.summary().threadId().equals(talk.id()))
                .forEach(entry -> assertThat(entry.summary()
                                .last()
                                .map(last -> last.position().seq())
                                .orElse(0L))
                        .as("listed for %s", party)
                        .isEqualTo(seq));
        assertThat(talk.summary(party).last().map(LastMessage::preview).orElse(""))
                .as("shown to %s", party)
                .doesNotContain(SECRET);
    }

    private void assertWindow(Talk talk, Party party, long first, long last) {
        ReaderState mine = talk.summary(party).mine();
        assertThat(mine.firstSeq()).as("first seq of %s", party).isEqualTo(first);
        assertThat(mine.lastSeq()).as("last seq of %s", party).isEqualTo(last);
        assertThat(talk.summary(party).position()).isEqualTo(talk.at(last));
    }

    @Nested
    class LastMessages {

        @Test
        void theLastMessageIsShownWithAllItsFields() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, "one");
            Instant sentAt = Instant.parse("2025-01-02T03:04:05.678901Z");
            var stored = talk.by(BOB).text("two").sentAt(sentAt).stored();

            assertThat(talk.summary(ANNA).last())
                    .contains(new LastMessage(stored.messageId(), talk.at(2), BOB, sentAt, "two"));
            assertThat(world.page(world.query(ANNA, Box.INBOX)).get(0).summary().last())
                    .isEqualTo(talk.summary(ANNA).last());
        }

        @Test
        void anOwnMessageIsShownToo() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);

            assertShown(talk, ANNA, 1);
            assertShown(talk, BOB, 1);
        }

        @Test
        void aSystemMessageIsNotShown() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.by(ANNA).system().text(SECRET).stored();

            assertShown(talk, BOB, 1);
            assertWindow(talk, BOB, 1, 2);
        }

        @Test
        void aDeletedMessageIsNotShown() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(BOB);
            talk.say(ANNA, SECRET);
            talk.erase(ANNA, 3);

            assertShown(talk, ANNA, 2);
            assertShown(talk, BOB, 2);
            assertWindow(talk, BOB, 1, 3);
            talk.erase(ANNA, 1);
            assertShown(talk, BOB, 2);
            talk.erase(BOB, 2);
            assertShown(talk, BOB, 0);
            assertThat(world.box(BOB, Box.INBOX)).containsExactly(talk.id());
        }

        @Test
        void aHiddenMessageIsNotShownToWhoHidIt() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(ANNA);
            talk.say(ANNA);
            talk.hide(BOB, 3);
            talk.hide(BOB, 2);

            assertShown(talk, BOB, 1);
            assertShown(talk, ANNA, 3);
            assertWindow(talk, BOB, 1, 3);
        }

        @Test
        void anInternalNoteIsShownOnlyToThoseWhoSeeIt() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.by(ANNA).internal().text(SECRET).stored();
            assertShown(talk, CAROL, 0);
            talk.say(ANNA, "open");
            talk.by(ANNA).internal().text(SECRET).stored();

            assertShown(talk, CAROL, 2);
            assertThat(talk.lastShown(BOB)).isEqualTo(3);
            assertThat(talk.summary(BOB).last().orElseThrow().preview()).isEqualTo(SECRET);
        }

        @Test
        void everythingTogetherShowsTheLastThatIsLeft() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(BOB).talk();
            talk.say(ANNA, SECRET);
            talk.join(ANNA, CAROL);
            talk.say(BOB, "this one");
            talk.say(ANNA, SECRET);
            talk.say(ANNA, SECRET);
            talk.by(ANNA).internal().text(SECRET).stored();
            talk.by(ANNA).system().text(SECRET).stored();
            talk.erase(ANNA, 3);
            talk.hide(CAROL, 4);

            assertShown(talk, CAROL, 2);
            talk.leave(CAROL);
            talk.say(ANNA, SECRET);
            assertShown(talk, CAROL, 2);
            talk.hide(CAROL, 2);
            assertShown(talk, CAROL, 0);
        }
    }

    @Nested
    class Windows {

        @Test
        void whoJoinedLaterIsShownNothingFromBefore() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, SECRET);
            talk.say(ANNA, SECRET);
            talk.join(ANNA, CAROL);

            assertShown(talk, CAROL, 0);
            assertThat(talk.summary(CAROL).mine().firstSeq())
                    .isGreaterThan(talk.summary(CAROL).mine().lastSeq());
            talk.say(ANNA);
            assertShown(talk, CAROL, 3);
            assertWindow(talk, CAROL, 3, 3);
            talk.erase(ANNA, 3);
            assertShown(talk, CAROL, 0);
            assertThat(talk.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void whoJoinedWithThePastIsShownAllOfIt() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertShown(talk, CAROL, 1);
            assertWindow(talk, CAROL, 1, 1);
        }

        @Test
        void whoDeletedTheThreadIsShownNothingFromBefore() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, SECRET);
            talk.say(ANNA, SECRET);
            talk.delete(BOB, 2);
            assertShown(talk, BOB, 0);
            assertThat(talk.summary(BOB).mine().firstSeq()).isEqualTo(3);

            talk.say(ANNA);
            assertShown(talk, BOB, 3);
            assertWindow(talk, BOB, 3, 3);
        }

        @Test
        void whoLeftIsShownNothingFromAfter() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.leave(BOB);
            talk.say(ANNA, SECRET);

            assertShown(talk, BOB, 1);
            assertWindow(talk, BOB, 1, 1);
            assertThat(talk.summary(BOB).mine().member()).isFalse();
            assertThat(talk.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
            talk.erase(ANNA, 1);
            assertShown(talk, BOB, 0);
        }

        @Test
        void whoCameBackIsShownNothingFromBetween() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, SECRET);
            talk.leave(BOB);
            talk.say(ANNA, SECRET);
            talk.join(ANNA, BOB);
            assertShown(talk, BOB, 0);

            talk.say(ANNA);
            assertShown(talk, BOB, 3);
            assertWindow(talk, BOB, 3, 3);
        }

        @Test
        void aStrangerIsShownNothing() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);

            assertThat(talk.find(EVE)).isEmpty();
            assertThat(world.talk(world.newThreadId()).find(ANNA)).isEmpty();
        }
    }

    @Nested
    class ReaderStates {

        @Test
        void theReadersOwnRowIsAnswered() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            var last = talk.say(ANNA);
            talk.read(BOB, 1);
            talk.star(BOB, 1);
            talk.star(BOB, 2);
            talk.starThread(BOB);

            assertThat(talk.summary(BOB).mine())
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
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, text);

            String found = world.storage()
                    .boxes()
                    .find(world.as(BOB), talk.id(), length)
                    .flatMap(summary -> summary.last())
                    .orElseThrow()
                    .preview();
            String listed = world.page(new BoxQuery(
                            world.as(BOB), Box.INBOX, BoxQuery.Filter.ANY, Optional.empty(), 0, 10, length))
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
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, "ok");

            assertThat(talk.summary(BOB).last().orElseThrow().preview()).isEqualTo("ok");
        }
    }
}
