package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How messages are read: one by one, the latest of many threads, and as their recipients have them. Everybody sees their
 * own window and nothing else.
 *
 * <p>Not asserted: whether {@code latest} counts seqs that its reader cannot see.
 */
public abstract class MessageReadingContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageReadingContract() {}

    private TestThread ten() {
        TestThread testThread = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    private static List<Long> seqs(List<MessageView> views) {
        return views.stream().map(MessageView::seq).toList();
    }

    @Nested
    class OneByOne {

        @Test
        void everyFieldOfAMessageIsAnswered() {
            TestThread testThread =
                    opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).testThread();
            testThread.say(ANNA);
            Instant sentAt = Instant.parse("2026-02-28T23:59:59.999999Z");
            var stored = testThread
                    .by(BOB)
                    .internal()
                    .text("only us")
                    .quoting(1)
                    .sentAt(sentAt)
                    .stored();

            assertThat(testTenant.find(ANNA, stored.messageId()))
                    .contains(new MessageView(
                            new Message(
                                    stored.messageId(),
                                    testThread.at(2),
                                    BOB,
                                    MessageKind.NORMAL,
                                    Visibility.INTERNAL,
                                    "only us",
                                    OptionalLong.of(1),
                                    sentAt,
                                    stored.createdAt(),
                                    false),
                            false,
                            false,
                            false));
            assertThat(testThread.messages(ANNA).get(1))
                    .isEqualTo(testThread.view(ANNA, 2).orElseThrow());
        }

        @Test
        void aMessageSaysWhetherItWasReadAndStarred() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.read(BOB, 1);
            testThread.star(BOB, 2);

            assertThat(testThread.messages(BOB)).extracting(MessageView::read).containsExactly(true, false, true);
            assertThat(testThread.messages(BOB))
                    .extracting(MessageView::starred)
                    .containsExactly(false, true, false);
            assertThat(testThread.messages(ANNA)).extracting(MessageView::read).containsExactly(true, true, false);
            assertThat(testThread.messages(ANNA)).noneMatch(MessageView::starred);
        }

        @Test
        void aHiddenMessageIsFoundAndSaysSo() {
            TestThread testThread = ten();
            testThread.hide(BOB, 3);

            assertThat(testThread.view(BOB, 3).orElseThrow().hidden()).isTrue();
            assertThat(testThread.view(ANNA, 3).orElseThrow().hidden()).isFalse();
        }

        @Test
        void whatLiesOutsideOnesWindowIsNotFound() {
            TestThread testThread = ten();
            testThread.join(ANNA, CAROL);
            testThread.delete(BOB, 4);
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.view(CAROL, 10)).isEmpty();
            assertThat(testThread.view(CAROL, 11)).isPresent();
            assertThat(testThread.view(BOB, 4)).isEmpty();
            assertThat(testThread.view(BOB, 5)).isPresent();
            assertThat(testThread.view(BOB, 11)).isEmpty();
            assertThat(testThread.view(EVE, 5)).isEmpty();
        }

        @Test
        void whoMayNotViewFindsNothingNotEvenTheirOwn() {
            TestThread testThread = opening(ANNA).with(WRITER, BOB).testThread();
            testThread.say(ANNA);
            testThread.say(BOB);

            assertThat(testThread.view(BOB, 1)).isEmpty();
            assertThat(testThread.view(BOB, 2)).isEmpty();
            assertThat(testThread.messages(BOB)).isEmpty();
        }

        @Test
        void whatDoesNotExistIsNotFound() {
            assertThat(testTenant.find(ANNA, testTenant.newMessageId())).isEmpty();
        }
    }

    @Nested
    class Latest {

        private Map<ThreadId, List<MessageView>> latest(Party party, int seqs, TestThread... testThreads) {
            return testTenant
                    .storage()
                    .messages()
                    .latest(
                            testTenant.as(party),
                            Stream.of(testThreads).map(TestThread::id).toList(),
                            seqs);
        }

        @Test
        void theLatestOfSeveralThreadsAreAnsweredAtOnce() {
            TestThread one = ten();
            TestThread two = group(ANNA, BOB);
            two.say(ANNA);

            var latest = latest(BOB, 3, one, two);

            assertThat(latest).containsOnlyKeys(one.id(), two.id());
            assertThat(seqs(latest.get(one.id()))).containsExactly(8L, 9L, 10L);
            assertThat(seqs(latest.get(two.id()))).containsExactly(1L);
            assertThat(latest.get(one.id()).get(2)).isEqualTo(one.view(BOB, 10).orElseThrow());
        }

        @Test
        void threadsOfOthersEmptyAndMissingOnesHaveNoEntry() {
            TestThread others = group(ANNA, CAROL);
            others.say(ANNA);
            TestThread joined = ten();
            joined.join(ANNA, CAROL);

            assertThat(latest(BOB, 5, others, group(ANNA, BOB), nowhere())).isEmpty();
            assertThat(latest(CAROL, 5, joined)).isEmpty();
            assertThat(latest(BOB, 5)).isEmpty();
        }

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            TestThread testThread = ten();
            testThread.hide(BOB, 10);
            testThread.erase(ANNA, 9);

            assertThat(seqs(latest(BOB, 3, testThread).get(testThread.id()))).containsExactly(8L, 9L);
        }

        @Test
        void theyLieInTheReadersWindow() {
            TestThread testThread = ten();
            testThread.delete(BOB, 8);
            testThread.leave(BOB);
            testThread.say(ANNA);
            testThread.say(ANNA);

            assertThat(seqs(latest(BOB, 5, testThread).get(testThread.id()))).containsExactly(9L, 10L);
            assertThat(seqs(latest(BOB, 1, testThread).get(testThread.id()))).containsExactly(10L);
        }

        @Test
        void internalNotesAreNotShownToOthers() {
            TestThread testThread = opening(ANNA).starterRights(CHIEF).with(BOB).testThread();
            testThread.say(ANNA);
            testThread.note(ANNA);
            testThread.say(ANNA);

            assertThat(seqs(latest(BOB, 3, testThread).get(testThread.id()))).containsExactly(1L, 3L);
            assertThat(seqs(latest(ANNA, 3, testThread).get(testThread.id()))).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class Recipients {

        private Recipient recipient(
                TestThread testThread, long seq, Party party, boolean read, boolean starred, boolean hidden) {
            return new Recipient(testThread.message(seq), testThread.at(seq), party, read, starred, hidden);
        }

        @Test
        void everyOtherMemberIsARecipientInOrderOfJoining() {
            TestThread testThread = group(BOB, DAVE, CAROL);
            testThread.join(BOB, ANNA);
            testThread.say(BOB);
            testThread.read(CAROL, 1);
            testThread.star(DAVE, 1);
            testThread.hide(ANNA, 1);

            assertThat(testThread.recipients(BOB, 1))
                    .containsExactly(
                            recipient(testThread, 1, CAROL, true, false, false),
                            recipient(testThread, 1, DAVE, false, true, false),
                            recipient(testThread, 1, ANNA, false, false, true));
            assertThat(testThread.recipients(CAROL, 1)).isEqualTo(testThread.recipients(BOB, 1));
        }

        @Test
        void oneAloneIsTheirOwnRecipient() {
            TestThread testThread = direct(ANNA, ANNA);
            testThread.say(ANNA);

            assertThat(testThread.recipients(ANNA, 1))
                    .containsExactly(recipient(testThread, 1, ANNA, true, false, false));
        }

        @Test
        void whoWasLeftAloneIsTheirOwnRecipientToo() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.recipients(ANNA, 1))
                    .extracting(Recipient::party)
                    .containsExactly(ANNA, BOB);
            assertThat(testThread.recipients(ANNA, 2))
                    .extracting(Recipient::party)
                    .containsExactly(ANNA);
        }

        @Test
        void onlyThoseInWhoseWindowItLiesAreRecipients() {
            TestThread testThread = group(ANNA, BOB, CAROL, DAVE);
            testThread.say(ANNA);
            testThread.leave(BOB);
            testThread.join(ANNA, EVE);
            testThread.join(ANNA, new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL));
            testThread.delete(DAVE, 1);
            testThread.say(ANNA);

            assertThat(testThread.recipients(ANNA, 1))
                    .extracting(Recipient::party)
                    .containsExactly(BOB, CAROL, FRANK);
            assertThat(testThread.recipients(ANNA, 2))
                    .extracting(Recipient::party)
                    .containsExactly(CAROL, DAVE, EVE, FRANK);
        }

        @Test
        void onlyThoseWhoSeeANoteAreItsRecipients() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.note(ANNA);

            assertThat(testThread.recipients(ANNA, 1))
                    .extracting(Recipient::party)
                    .containsExactly(BOB);
            assertThat(testThread.recipients(CAROL, 1)).isEmpty();
            assertThat(testThread.recipientList(CAROL, 1)).isEmpty();
        }

        @Test
        void aMessageWithoutRecipientsIsNotAMissingOne() {
            TestThread testThread =
                    opening(ANNA).starterRights(CHIEF).with(CAROL).testThread();
            testThread.note(ANNA);

            assertThat(testThread.recipientList(ANNA, 1)).contains(new RecipientList(CHIEF, List.of()));
        }

        @Test
        void theAnswerHasTheRightsThatItsReaderHasAtThatMoment() {
            TestThread testThread = opening(ANNA)
                    .with(Rights.MANAGER, BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .testThread();
            assertThat(rightsOfReaders(testThread)).containsExactly(Rights.MANAGER, Rights.MANAGER, READER);

            testThread.leave(BOB);
            testThread.erase(ANNA, 1);
            assertThat(rightsOfReaders(testThread)).containsExactly(Rights.MANAGER, Rights.MANAGER.past(), READER);
        }

        private List<Rights> rightsOfReaders(TestThread testThread) {
            return Stream.of(ANNA, BOB, CAROL)
                    .map(reader ->
                            testThread.recipientList(reader, 1).orElseThrow().readerRights())
                    .toList();
        }

        @Test
        void whoDoesNotSeeTheMessageIsToldNothing() {
            TestThread testThread = ten();
            testThread.join(ANNA, CAROL);

            assertThat(testThread.recipientList(EVE, 1)).isEmpty();
            assertThat(testThread.recipientList(CAROL, 1)).isEmpty();
            assertThat(testTenant.storage().messages().recipients(testTenant.as(ANNA), testTenant.newMessageId()))
                    .isEmpty();
        }

        @Test
        void whatIsUnreadAgainIsUnreadForItsRecipient() {
            TestThread testThread = ten();
            testThread.read(BOB, 10);
            testThread.unreadFrom(BOB, 5);

            assertThat(testThread.recipients(ANNA, 4))
                    .extracting(Recipient::read)
                    .containsExactly(true);
            assertThat(testThread.recipients(ANNA, 5))
                    .extracting(Recipient::read)
                    .containsExactly(false);
        }
    }
}
