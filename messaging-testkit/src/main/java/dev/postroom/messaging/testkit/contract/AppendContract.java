package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How a message is appended: its place and time, what it moves, and what it quotes.
 *
 * <p>Not asserted: limits of length, which are judged before a storage is asked; whether a system message moves the
 * read position of its author. Client keys are in {@link ClientKeyContract}, closed threads in
 * {@link ClosedThreadContract}, what a reply reads in {@link ReplyReadsContract}, the order of refusals in
 * {@link GuardOrderContract}.
 */
public abstract class AppendContract extends StorageContract {

    private static final long MICRO = 1_000;

    /** For adapters to extend. */
    protected AppendContract() {}

    @Nested
    class PlaceAndTime {

        @Test
        void messagesGetSeqsWithoutGaps() {
            Talk talk = group(ANNA, BOB);

            assertThat(IntStream.rangeClosed(1, 30).mapToObj(number -> talk.say(number % 2 == 0 ? ANNA : BOB)))
                    .extracting(stored -> stored.position())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                            .mapToObj(number -> talk.at(number))
                            .toList());
        }

        @Test
        void eachThreadCountsForItself() {
            Talk one = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);
            one.say(ANNA);
            one.say(ANNA);

            assertThat(other.say(ANNA).position()).isEqualTo(other.at(1));
            assertThat(one.say(BOB).position()).isEqualTo(one.at(3));
        }

        @Test
        void aRefusedMessageLeavesNoGap() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.by(EVE).send();
            talk.by(ANNA).quoting(9).send();

            assertThat(talk.say(ANNA).position()).isEqualTo(talk.at(2));
        }

        @Test
        void theAnswerNamesTheMessageAndItsTime() {
            Talk talk = group(ANNA, BOB);
            MessageDraft sending = talk.by(BOB);

            assertThat(sending.send()).isEqualTo(new SendOutcome.Stored(sending.id(), talk.at(1), world.latest()));
        }

        @Test
        void aMessageThatIsNotLaterIsStoredOneMicrosecondAfterTheLast() {
            Talk talk = group(ANNA, BOB);
            Instant noon = world.now();
            assertThat(talk.by(ANNA).at(noon).stored().createdAt()).isEqualTo(noon);

            assertThat(talk.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(MICRO));
            assertThat(talk.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(2 * MICRO));
            assertThat(talk.by(ANNA).at(noon.minusSeconds(86_400)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(3 * MICRO));
            assertThat(talk.by(ANNA).at(noon.plusNanos(3 * MICRO)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(4 * MICRO));
            assertThat(talk.by(ANNA).at(noon.plusNanos(6 * MICRO)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(6 * MICRO));
        }

        @Test
        void theCorrectedTimeIsWhatEverybodySees() {
            Talk talk = group(ANNA, BOB);
            Instant noon = world.now();
            talk.by(ANNA).at(noon).stored();
            talk.by(BOB).at(noon.minusSeconds(9)).stored();
            Instant expected = noon.plusNanos(MICRO);

            assertThat(talk.facts().activityAt()).isEqualTo(expected);
            assertThat(talk.view(ANNA, 2).orElseThrow().message().createdAt()).isEqualTo(expected);
            assertThat(talk.row(ANNA).activityAt()).contains(expected);
            assertThat(talk.row(BOB).activityAt()).contains(expected);
            assertThat(talk.summary(ANNA).activityAt()).isEqualTo(expected);
            assertThat(talk.summary(ANNA).last().orElseThrow().sentAt()).isNotNull();
        }

        @Test
        void noMessageIsOlderThanItsThread() {
            Talk talk = group(ANNA, BOB);

            SendOutcome.Stored first =
                    talk.by(ANNA).at(world.latest().minusSeconds(60)).stored();

            assertThat(first.createdAt()).isAfterOrEqualTo(talk.info().createdAt());
        }

        @Test
        void whenItWasSentIsKeptWhateverTheOrder() {
            Talk talk = group(ANNA, BOB);
            Instant longAgo = Instant.parse("1999-12-31T23:59:59.999999Z");
            talk.say(ANNA);

            SendOutcome.Stored late = talk.by(BOB).sentAt(longAgo).stored();

            Message message = talk.view(ANNA, 2).orElseThrow().message();
            assertThat(message.sentAt()).isEqualTo(longAgo);
            assertThat(message.createdAt()).isEqualTo(late.createdAt()).isEqualTo(world.latest());
        }

        @Test
        void theThreadIsUpdatedWithEachMessageButItsRevisionStays() {
            Talk talk = group(ANNA, BOB);
            long revision = talk.info().revision();

            SendOutcome.Stored stored = talk.say(ANNA);

            assertThat(talk.info().updatedAt()).isEqualTo(stored.createdAt());
            assertThat(talk.info().revision()).isEqualTo(revision);
        }
    }

    @Nested
    class WhatAMessageMoves {

        @Test
        void aMessageIsTheNewestForAllOthersAndItsAuthorsOwn() {
            Talk talk = group(ANNA, BOB, CAROL);

            talk.say(ANNA);
            talk.say(BOB);

            assertThat(talk.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(talk.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(talk.row(CAROL).newestSeq()).isEqualTo(2);
            assertThat(talk.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(talk.row(BOB).ownSeq()).isEqualTo(2);
            assertThat(talk.row(CAROL).ownSeq()).isZero();
        }

        @Test
        void aNormalMessageIsCountableActiveAndPreviewable() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, "hello");

            MessageFact message = talk.facts().messages().get(0);

            assertThat(message.countable()).isTrue();
            assertThat(message.active()).isTrue();
            assertThat(message.previewable()).isTrue();
            assertThat(message.textEmpty()).isFalse();
            assertThat(message.author()).isEqualTo(ANNA);
        }

        @Test
        void aSystemMessageIsNoneOfThese() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA, "hello");
            Instant activity = talk.facts().activityAt();

            talk.system(ANNA);

            MessageFact message = talk.facts().messages().get(1);
            assertThat(message.countable()).isFalse();
            assertThat(message.active()).isFalse();
            assertThat(message.previewable()).isFalse();
            assertThat(talk.facts().activityAt()).isEqualTo(activity);
            assertThat(talk.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(talk.row(BOB).activityAt()).contains(activity);
            assertThat(talk.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(talk.unread(BOB)).isEqualTo(1);
            assertThat(talk.lastShown(BOB)).isEqualTo(1);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
            assertThat(talk.view(BOB, 2).orElseThrow().message().kind()).isEqualTo(MessageKind.SYSTEM);
        }

        @Test
        void aSystemMessageIsStoredAtTheLaterOfTheTimeGivenAndTheActivity() {
            Talk talk = group(ANNA, BOB);
            Instant noon = world.now();
            talk.by(ANNA).at(noon).stored();

            assertThat(talk.by(ANNA).system().at(noon.minusSeconds(5)).stored().createdAt())
                    .isEqualTo(noon);
            assertThat(talk.by(ANNA).system().at(noon).stored().createdAt()).isEqualTo(noon);
            assertThat(talk.by(ANNA).system().at(noon.plusSeconds(5)).stored().createdAt())
                    .isEqualTo(noon.plusSeconds(5));
            assertThat(talk.by(BOB).at(noon.plusSeconds(1)).stored().createdAt())
                    .isEqualTo(noon.plusSeconds(1));
        }

        @Test
        void anInternalNoteMovesTheThreadOnlyForThoseWhoSeeIt() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            SendOutcome.Stored hello = talk.say(ANNA);

            SendOutcome.Stored note = talk.note(BOB);

            assertThat(note.position()).isEqualTo(talk.at(2));
            assertThat(talk.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(talk.row(ANNA).activityAt()).contains(note.createdAt());
            assertThat(talk.row(BOB).activityAt()).contains(note.createdAt());
            assertThat(talk.row(CAROL).newestSeq()).isEqualTo(1);
            assertThat(talk.row(CAROL).activityAt()).contains(hello.createdAt());
            assertThat(talk.seqs(ANNA)).containsExactly(1L, 2L);
            assertThat(talk.seqs(CAROL)).containsExactly(1L);
            assertThat(talk.view(CAROL, 2)).isEmpty();
            assertThat(talk.view(ANNA, 2).orElseThrow().message().visibility()).isEqualTo(Visibility.INTERNAL);
        }

        @Test
        void whatLeftTheThreadIsMovedNoMore() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.say(ANNA);
            talk.leave(CAROL);
            var before = talk.row(CAROL);

            talk.say(ANNA);

            assertThat(talk.row(CAROL)).isEqualTo(before);
        }
    }

    @Nested
    class Quotes {

        @Test
        void aVisibleMessageMayBeQuoted() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.system(ANNA);
            talk.by(BOB).quoting(1).stored();
            talk.by(BOB).quoting(3).stored();
            talk.by(BOB).quoting(2).stored();

            assertThat(talk.messages(ANNA))
                    .extracting(view -> view.message().quotedSeq())
                    .containsExactly(
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.of(1),
                            OptionalLong.of(3),
                            OptionalLong.of(2));
        }

        @Test
        void whatDoesNotExistCannotBeQuoted() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(BOB).quoting(2).send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(BOB).quoting(99).send());
        }

        @Test
        void whatLiesBeforeOnesJoiningCannotBeQuoted() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.join(ANNA, CAROL);
            talk.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(CAROL).quoting(1).send());
            assertThat(talk.by(CAROL).quoting(2).stored().position()).isEqualTo(talk.at(3));
        }

        @Test
        void whatOneDeletedWithTheThreadCannotBeQuoted() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(ANNA);
            talk.delete(BOB, 1);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(BOB).quoting(1).send());
            assertThat(talk.by(BOB).quoting(2).send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void anInternalNoteCanBeQuotedOnlyByThoseWhoSeeIt() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(BOB).talk();
            talk.note(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(BOB).quoting(1).send());
            assertThat(talk.by(ANNA).internal().quoting(1).send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }
}
