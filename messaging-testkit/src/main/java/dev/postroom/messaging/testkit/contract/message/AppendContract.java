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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests how a message is appended: its seq and time, the positions it moves, and the message it quotes.
 *
 * <p>Not asserted: limits of length, which are checked before a storage is called; whether a system message moves the
 * read position of its author. {@link ClientKeyContract} tests client keys, {@code ClosedThreadContract} closed threads,
 * {@code ReplyReadsContract} the read position after a reply, {@code GuardOrderContract} the order of refusals.
 */
public abstract class AppendContract extends StorageContract {

    private static final long MICRO = 1_000;

    /** For adapters to extend. */
    protected AppendContract() {}

    @Nested
    class PlaceAndTime {

        @Test
        void messagesGetSeqsWithoutGaps() {
            ThreadClient thread = group(ANNA, BOB);

            assertThat(IntStream.rangeClosed(1, 30).mapToObj(number -> thread.say(number % 2 == 0 ? ANNA : BOB)))
                    .extracting(stored -> stored.position())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                            .mapToObj(number -> thread.at(number))
                            .toList());
        }

        @Test
        void eachThreadCountsForItself() {
            ThreadClient one = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);
            one.say(ANNA);
            one.say(ANNA);

            assertThat(other.say(ANNA).position()).isEqualTo(other.at(1));
            assertThat(one.say(BOB).position()).isEqualTo(one.at(3));
        }

        @Test
        void aRefusedMessageLeavesNoGap() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.by(EVE).send();
            thread.by(ANNA).quoting(9).send();

            assertThat(thread.say(ANNA).position()).isEqualTo(thread.at(2));
        }

        @Test
        void theAnswerNamesTheMessageAndItsTime() {
            ThreadClient thread = group(ANNA, BOB);
            MessageDraft sending = thread.by(BOB);

            assertThat(sending.send()).isEqualTo(new SendOutcome.Stored(sending.id(), thread.at(1), client.latest()));
        }

        @Test
        void aMessageThatIsNotLaterIsStoredOneMicrosecondAfterTheLast() {
            ThreadClient thread = group(ANNA, BOB);
            Instant noon = client.now();
            assertThat(thread.by(ANNA).at(noon).stored().createdAt()).isEqualTo(noon);

            assertThat(thread.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(MICRO));
            assertThat(thread.by(BOB).at(noon).stored().createdAt()).isEqualTo(noon.plusNanos(2 * MICRO));
            assertThat(thread.by(ANNA).at(noon.minusSeconds(86_400)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(3 * MICRO));
            assertThat(thread.by(ANNA).at(noon.plusNanos(3 * MICRO)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(4 * MICRO));
            assertThat(thread.by(ANNA).at(noon.plusNanos(6 * MICRO)).stored().createdAt())
                    .isEqualTo(noon.plusNanos(6 * MICRO));
        }

        @Test
        void everyReaderSeesTheCorrectedTime() {
            ThreadClient thread = group(ANNA, BOB);
            Instant noon = client.now();
            thread.by(ANNA).at(noon).stored();
            thread.by(BOB).at(noon.minusSeconds(9)).stored();
            Instant expected = noon.plusNanos(MICRO);

            assertThat(thread.facts().activityAt()).isEqualTo(expected);
            assertThat(thread.view(ANNA, 2).orElseThrow().message().createdAt()).isEqualTo(expected);
            assertThat(thread.row(ANNA).activityAt()).contains(expected);
            assertThat(thread.row(BOB).activityAt()).contains(expected);
            assertThat(thread.summary(ANNA).activityAt()).isEqualTo(expected);
            assertThat(thread.summary(ANNA).last().orElseThrow().sentAt()).isNotNull();
        }

        @Test
        void noMessageIsOlderThanItsThread() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome.Stored first =
                    thread.by(ANNA).at(client.latest().minusSeconds(60)).stored();

            assertThat(first.createdAt()).isAfterOrEqualTo(thread.info().createdAt());
        }

        @Test
        void theTimeOfSendingIsKeptInAnyOrder() {
            ThreadClient thread = group(ANNA, BOB);
            Instant longAgo = Instant.parse("1999-12-31T23:59:59.999999Z");
            thread.say(ANNA);

            SendOutcome.Stored late = thread.by(BOB).sentAt(longAgo).stored();

            Message message = thread.view(ANNA, 2).orElseThrow().message();
            assertThat(message.sentAt()).isEqualTo(longAgo);
            assertThat(message.createdAt()).isEqualTo(late.createdAt()).isEqualTo(client.latest());
        }

        @Test
        void theThreadIsUpdatedWithEachMessageButItsRevisionStays() {
            ThreadClient thread = group(ANNA, BOB);
            long revision = thread.info().revision();

            SendOutcome.Stored stored = thread.say(ANNA);

            assertThat(thread.info().updatedAt()).isEqualTo(stored.createdAt());
            assertThat(thread.info().revision()).isEqualTo(revision);
        }
    }

    @Nested
    class WhatAMessageMoves {

        @Test
        void aMessageIsTheNewestForAllOthersAndItsAuthorsOwn() {
            ThreadClient thread = group(ANNA, BOB, CAROL);

            thread.say(ANNA);
            thread.say(BOB);

            assertThat(thread.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(thread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(thread.row(CAROL).newestSeq()).isEqualTo(2);
            assertThat(thread.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(thread.row(BOB).ownSeq()).isEqualTo(2);
            assertThat(thread.row(CAROL).ownSeq()).isZero();
        }

        @Test
        void aNormalMessageIsCountableActiveAndPreviewable() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, "hello");

            MessageFact message = thread.facts().messages().get(0);

            assertThat(message.countable()).isTrue();
            assertThat(message.active()).isTrue();
            assertThat(message.previewable()).isTrue();
            assertThat(message.textEmpty()).isFalse();
            assertThat(message.author()).isEqualTo(ANNA);
        }

        @Test
        void aSystemMessageIsNoneOfThese() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA, "hello");
            Instant activity = thread.facts().activityAt();

            thread.system(ANNA);

            MessageFact message = thread.facts().messages().get(1);
            assertThat(message.countable()).isFalse();
            assertThat(message.active()).isFalse();
            assertThat(message.previewable()).isFalse();
            assertThat(thread.facts().activityAt()).isEqualTo(activity);
            assertThat(thread.row(BOB).newestSeq()).isEqualTo(1);
            assertThat(thread.row(BOB).activityAt()).contains(activity);
            assertThat(thread.row(ANNA).ownSeq()).isEqualTo(1);
            assertThat(thread.unread(BOB)).isEqualTo(1);
            assertThat(thread.lastShown(BOB)).isEqualTo(1);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
            assertThat(thread.view(BOB, 2).orElseThrow().message().kind()).isEqualTo(MessageKind.SYSTEM);
        }

        @Test
        void aSystemMessageIsStoredAtTheLaterOfTheTimeGivenAndTheActivity() {
            ThreadClient thread = group(ANNA, BOB);
            Instant noon = client.now();
            thread.by(ANNA).at(noon).stored();

            assertThat(thread.by(ANNA)
                            .system()
                            .at(noon.minusSeconds(5))
                            .stored()
                            .createdAt())
                    .isEqualTo(noon);
            assertThat(thread.by(ANNA).system().at(noon).stored().createdAt()).isEqualTo(noon);
            assertThat(thread.by(ANNA).system().at(noon.plusSeconds(5)).stored().createdAt())
                    .isEqualTo(noon.plusSeconds(5));
            assertThat(thread.by(BOB).at(noon.plusSeconds(1)).stored().createdAt())
                    .isEqualTo(noon.plusSeconds(1));
        }

        @Test
        void anInternalNoteMovesTheThreadOnlyForThoseWhoSeeIt() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            SendOutcome.Stored hello = thread.say(ANNA);

            SendOutcome.Stored note = thread.note(BOB);

            assertThat(note.position()).isEqualTo(thread.at(2));
            assertThat(thread.row(ANNA).newestSeq()).isEqualTo(2);
            assertThat(thread.row(ANNA).activityAt()).contains(note.createdAt());
            assertThat(thread.row(BOB).activityAt()).contains(note.createdAt());
            assertThat(thread.row(CAROL).newestSeq()).isEqualTo(1);
            assertThat(thread.row(CAROL).activityAt()).contains(hello.createdAt());
            assertThat(thread.seqs(ANNA)).containsExactly(1L, 2L);
            assertThat(thread.seqs(CAROL)).containsExactly(1L);
            assertThat(thread.view(CAROL, 2)).isEmpty();
            assertThat(thread.view(ANNA, 2).orElseThrow().message().visibility())
                    .isEqualTo(Visibility.INTERNAL);
        }

        @Test
        void theRowOfAPastMemberDoesNotMoveAnyMore() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.say(ANNA);
            thread.leave(CAROL);
            var before = thread.row(CAROL);

            thread.say(ANNA);

            assertThat(thread.row(CAROL)).isEqualTo(before);
        }
    }

    @Nested
    class Quotes {

        @Test
        void aVisibleMessageMayBeQuoted() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.system(ANNA);
            thread.by(BOB).quoting(1).stored();
            thread.by(BOB).quoting(3).stored();
            thread.by(BOB).quoting(2).stored();

            assertThat(thread.messages(ANNA))
                    .extracting(view -> view.message().quotedSeq())
                    .containsExactly(
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.of(1),
                            OptionalLong.of(3),
                            OptionalLong.of(2));
        }

        @Test
        void aMissingMessageCannotBeQuoted() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(BOB).quoting(2).send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(BOB).quoting(99).send());
        }

        @Test
        void aMessageFromBeforeTheJoiningCannotBeQuoted() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.join(ANNA, CAROL);
            thread.say(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(CAROL).quoting(1).send());
            assertThat(thread.by(CAROL).quoting(2).stored().position()).isEqualTo(thread.at(3));
        }

        @Test
        void aMessageDeletedWithTheThreadCannotBeQuoted() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(ANNA);
            thread.delete(BOB, 1);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(BOB).quoting(1).send());
            assertThat(thread.by(BOB).quoting(2).send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void anInternalNoteCanBeQuotedOnlyByThoseWhoSeeIt() {
            ThreadClient thread =
                    newThread(ANNA).starterRights(INTERNAL_MANAGER).with(BOB).created();
            thread.note(ANNA);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(BOB).quoting(1).send());
            assertThat(thread.by(ANNA).internal().quoting(1).send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }
}
