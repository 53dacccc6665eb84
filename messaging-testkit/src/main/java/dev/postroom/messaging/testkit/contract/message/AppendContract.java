package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.MessageDraft;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.thread.ClosedThreadContract;
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
            TestThread testThread = group(ANNA, BOB);

            assertThat(IntStream.rangeClosed(1, 30).mapToObj(number -> testThread.say(number % 2 == 0 ? ANNA : BOB)))
                    .extracting(stored -> stored.position())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                            .mapToObj(number -> testThread.at(number))
                            .toList());
        }

        @Test
        void eachThreadCountsForItself() {
            TestThread one = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);
            one.say(ANNA);
            one.say(ANNA);

            assertThat(other.say(ANNA).position()).isEqualTo(other.at(1));
            assertThat(one.say(BOB).position()).isEqualTo(one.at(3));
        }

        @Test
        void aRefusedMessageLeavesNoGap() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.by(EVE).send();
            testThread.by(ANNA).quoting(9).send();

            assertThat(testThread.say(ANNA).position()).isEqualTo(testThread.at(2));
        }

        @Test
        void theAnswerNamesTheMessageAndItsTime() {
            TestThread testThread = group(ANNA, BOB);
            MessageDraft sending = testThread.by(BOB);

            assertThat(sending.send())
                    .isEqualTo(new SendOutcome.Stored(sending.id(), testThread.at(1), testTenant.latest()));
        }

        @Test
        void aMessageThatIsNotLaterIsStoredOneMicrosecondAfterTheLast() {
            TestThread testThread = group(ANNA, BOB);
            Instant noon = testTenant.now();
            assertThat(testThread.by(ANNA).at(noon).stored().createdAt()).isEqualTo(noon);

            assertThat(testThread.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(MICRO));
            assertThat(testThread.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(2 * MICRO));
            assertThat(testThread
                            .by(ANNA)
                            .at(noon.minusSeconds(86_400))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon.plusNanos(3 * MICRO));
            assertThat(testThread
                            .by(ANNA)
                            .at(noon.plusNanos(3 * MICRO))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon.plusNanos(4 * MICRO));
            assertThat(testThread
                            .by(ANNA)
                            .at(noon.plusNanos(6 * MICRO))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon.plusNanos(6 * MICRO));
        }

        @Test
        void theCorrectedTimeIsWhatEverybodySees() {
            TestThread testThread = group(ANNA, BOB);
            Instant noon = testTenant.now();
            testThread.by(ANNA).at(noon).stored();
            testThread.by(BOB).at(noon.minusSeconds(9)).stored();
            Instant expected = noon.plusNanos(MICRO);

            assertThat(testThread.facts().activityAt()).isEqualTo(expected);
            assertThat(testThread.view(ANNA, 2).orElseThrow().message().createdAt())
                    .isEqualTo(expected);
            assertThat(testThread.row(ANNA).activityAt()).contains(expected);
            assertThat(testThread.row(BOB).activityAt()).contains(expected);
            assertThat(testThread.summary(ANNA).activityAt()).isEqualTo(expected);
            assertThat(testThread.summary(ANNA).last().orElseThrow().sentAt()).isNotNull();
        }

        @Test
        void noMessageIsOlderThanItsThread() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome.Stored first =
                    testThread.by(ANNA).at(testTenant.latest().minusSeconds(60)).stored();

            assertThat(first.createdAt()).isAfterOrEqualTo(testThread.info().createdAt());
        }

        @Test
        void whenItWasSentIsKeptWhateverTheOrder() {
            TestThread testThread = group(ANNA, BOB);
            Instant longAgo = Instant.parse("1999-12-31T23:59:59.999999Z");
            testThread.say(ANNA);

            SendOutcome.Stored late = testThread.by(BOB).sentAt(longAgo).stored();

            Message message = testThread.view(ANNA, 2).orElseThrow().message();
            assertThat(message.sentAt()).isEqualTo(longAgo);
            assertThat(message.createdAt()).isEqualTo(late.createdAt()).isEqualTo(testTenant.latest());
        }

        @Test
        void theThreadIsUpdatedWithEachMessageButItsRevisionStays() {
            TestThread testThread = group(ANNA, BOB);
            long revision = testThread.info().revision();

            SendOutcome.Stored stored = testThread.say(ANNA);

            assertThat(testThread.info().updatedAt()).isEqualTo(stored.createdAt());
            assertThat(testThread.info().revision()).isEqualTo(revision);
        }
    }

    @Nested
    class WhatAMessageMoves {

        @Test
        void aMessageIsTheNewestForAllOthersAndItsAuthorsOwn() {
            TestThread testThread = group(ANNA, BOB, CAROL);

            testThread.say(ANNA);
            testThread.say(BOB);

            assertThat(testThread.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(testThread.row(CAROL).newestSeq()).isEqualTo(2);
            assertThat(testThread.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(testThread.row(BOB).ownSeq()).isEqualTo(2);
            assertThat(testThread.row(CAROL).ownSeq()).isZero();
        }

        @Test
        void aNormalMessageIsCountableActiveAndPreviewable() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, "hello");

            MessageFact message = testThread.facts().messages().get(0);

            assertThat(message.countable()).isTrue();
            assertThat(message.active()).isTrue();
            assertThat(message.previewable()).isTrue();
            assertThat(message.textEmpty()).isFalse();
            assertThat(message.author()).isEqualTo(ANNA);
        }

        @Test
        void aSystemMessageIsNoneOfThese() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA, "hello");
            Instant activity = testThread.facts().activityAt();

            testThread.system(ANNA);

            MessageFact message = testThread.facts().messages().get(1);
            assertThat(message.countable()).isFalse();
            assertThat(message.active()).isFalse();
            assertThat(message.previewable()).isFalse();
            assertThat(testThread.facts().activityAt()).isEqualTo(activity);
            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(testThread.row(BOB).activityAt()).contains(activity);
            assertThat(testThread.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(testThread.unread(BOB)).isEqualTo(1);
            assertThat(testThread.lastShown(BOB)).isEqualTo(1);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
            assertThat(testThread.view(BOB, 2).orElseThrow().message().kind()).isEqualTo(MessageKind.SYSTEM);
        }

        @Test
        void aSystemMessageIsStoredAtTheLaterOfTheTimeGivenAndTheActivity() {
            TestThread testThread = group(ANNA, BOB);
            Instant noon = testTenant.now();
            testThread.by(ANNA).at(noon).stored();

            assertThat(testThread
                            .by(ANNA)
                            .system()
                            .at(noon.minusSeconds(5))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon);
            assertThat(testThread.by(ANNA).system().at(noon).stored().createdAt())
                    .isEqualTo(noon);
            assertThat(testThread
                            .by(ANNA)
                            .system()
                            .at(noon.plusSeconds(5))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon.plusSeconds(5));
            assertThat(testThread.by(BOB).at(noon.plusSeconds(1)).stored().createdAt())
                    .isEqualTo(noon.plusSeconds(1));
        }

        @Test
        void anInternalNoteMovesTheThreadOnlyForThoseWhoSeeIt() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            SendOutcome.Stored hello = testThread.say(ANNA);

            SendOutcome.Stored note = testThread.note(BOB);

            assertThat(note.position()).isEqualTo(testThread.at(2));
            assertThat(testThread.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(testThread.row(ANNA).activityAt()).contains(note.createdAt());
            assertThat(testThread.row(BOB).activityAt()).contains(note.createdAt());
            assertThat(testThread.row(CAROL).newestSeq()).isEqualTo(1);
            assertThat(testThread.row(CAROL).activityAt()).contains(hello.createdAt());
            assertThat(testThread.seqs(ANNA)).containsExactly(1L, 2L);
            assertThat(testThread.seqs(CAROL)).containsExactly(1L);
            assertThat(testThread.view(CAROL, 2)).isEmpty();
            assertThat(testThread.view(ANNA, 2).orElseThrow().message().visibility())
                    .isEqualTo(Visibility.INTERNAL);
        }

        @Test
        void whatLeftTheThreadIsMovedNoMore() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.say(ANNA);
            testThread.leave(CAROL);
            var before = testThread.row(CAROL);

            testThread.say(ANNA);

            assertThat(testThread.row(CAROL)).isEqualTo(before);
        }
    }

    @Nested
    class Quotes {

        @Test
        void aVisibleMessageMayBeQuoted() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.system(ANNA);
            testThread.by(BOB).quoting(1).stored();
            testThread.by(BOB).quoting(3).stored();
            testThread.by(BOB).quoting(2).stored();

            assertThat(testThread.messages(ANNA))
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
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> testThread.by(BOB).quoting(2).send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> testThread.by(BOB).quoting(99).send());
        }

        @Test
        void whatLiesBeforeOnesJoiningCannotBeQuoted() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, CAROL);
            testThread.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING,
                    () -> testThread.by(CAROL).quoting(1).send());
            assertThat(testThread.by(CAROL).quoting(2).stored().position()).isEqualTo(testThread.at(3));
        }

        @Test
        void whatOneDeletedWithTheThreadCannotBeQuoted() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.delete(BOB, 1);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> testThread.by(BOB).quoting(1).send());
            assertThat(testThread.by(BOB).quoting(2).send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void anInternalNoteCanBeQuotedOnlyByThoseWhoSeeIt() {
            TestThread testThread = opening(ANNA).starterRights(CHIEF).with(BOB).testThread();
            testThread.note(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> testThread.by(BOB).quoting(1).send());
            assertThat(testThread.by(ANNA).internal().quoting(1).send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }
}
