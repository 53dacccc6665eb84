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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests how messages are read: one by one, the latest of many threads, and with their recipients. Each party sees its
 * own window and nothing else.
 *
 * <p>Not asserted: whether {@code latest} counts seqs that its reader cannot see.
 */
public abstract class MessageReadingContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageReadingContract() {}

    private ThreadClient ten() {
        ThreadClient thread = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> thread.say(ANNA));
        return thread;
    }

    private static List<Long> seqs(List<MessageView> views) {
        return views.stream().map(MessageView::seq).toList();
    }

    @Nested
    class OneByOne {

        @Test
        void everyFieldOfAMessageIsAnswered() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .created();
            thread.say(ANNA);
            Instant sentAt = Instant.parse("2026-02-28T23:59:59.999999Z");
            var stored = thread.by(BOB)
                    .internal()
                    .text("only us")
                    .quoting(1)
                    .sentAt(sentAt)
                    .stored();

            assertThat(client.find(ANNA, stored.messageId()))
                    .contains(new MessageView(
                            new Message(
                                    stored.messageId(),
                                    thread.at(2),
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
            assertThat(thread.messages(ANNA).get(1))
                    .isEqualTo(thread.view(ANNA, 2).orElseThrow());
        }

        @Test
        void aMessageSaysWhetherItWasReadAndStarred() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(ANNA);
            thread.say(BOB);
            thread.read(BOB, 1);
            thread.star(BOB, 2);

            assertThat(thread.messages(BOB)).extracting(MessageView::read).containsExactly(true, false, true);
            assertThat(thread.messages(BOB)).extracting(MessageView::starred).containsExactly(false, true, false);
            assertThat(thread.messages(ANNA)).extracting(MessageView::read).containsExactly(true, true, false);
            assertThat(thread.messages(ANNA)).noneMatch(MessageView::starred);
        }

        @Test
        void aHiddenMessageIsFoundAndSaysSo() {
            ThreadClient thread = ten();
            thread.hide(BOB, 3);

            assertThat(thread.view(BOB, 3).orElseThrow().hidden()).isTrue();
            assertThat(thread.view(ANNA, 3).orElseThrow().hidden()).isFalse();
        }

        @Test
        void aMessageOutsideTheWindowIsNotFound() {
            ThreadClient thread = ten();
            thread.join(ANNA, CAROL);
            thread.delete(BOB, 4);
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.view(CAROL, 10)).isEmpty();
            assertThat(thread.view(CAROL, 11)).isPresent();
            assertThat(thread.view(BOB, 4)).isEmpty();
            assertThat(thread.view(BOB, 5)).isPresent();
            assertThat(thread.view(BOB, 11)).isEmpty();
            assertThat(thread.view(EVE, 5)).isEmpty();
        }

        @Test
        void aMemberWithoutViewFindsNoMessageNotEvenItsOwn() {
            ThreadClient thread = newThread(ANNA).with(WRITER, BOB).created();
            thread.say(ANNA);
            thread.say(BOB);

            assertThat(thread.view(BOB, 1)).isEmpty();
            assertThat(thread.view(BOB, 2)).isEmpty();
            assertThat(thread.messages(BOB)).isEmpty();
        }

        @Test
        void aNonexistentMessageIsNotFound() {
            assertThat(client.find(ANNA, client.newMessageId())).isEmpty();
        }
    }

    @Nested
    class Latest {

        private Map<ThreadId, List<MessageView>> latest(Party party, int seqs, ThreadClient... threads) {
            return client.storage()
                    .messages()
                    .latest(
                            client.as(party),
                            Stream.of(threads).map(ThreadClient::id).toList(),
                            seqs);
        }

        @Test
        void theLatestOfSeveralThreadsAreAnsweredAtOnce() {
            ThreadClient one = ten();
            ThreadClient two = group(ANNA, BOB);
            two.say(ANNA);

            var latest = latest(BOB, 3, one, two);

            assertThat(latest).containsOnlyKeys(one.id(), two.id());
            assertThat(seqs(latest.get(one.id()))).containsExactly(8L, 9L, 10L);
            assertThat(seqs(latest.get(two.id()))).containsExactly(1L);
            assertThat(latest.get(one.id()).get(2)).isEqualTo(one.view(BOB, 10).orElseThrow());
        }

        @Test
        void threadsOfOthersEmptyAndMissingOnesHaveNoEntry() {
            ThreadClient others = group(ANNA, CAROL);
            others.say(ANNA);
            ThreadClient joined = ten();
            joined.join(ANNA, CAROL);

            assertThat(latest(BOB, 5, others, group(ANNA, BOB), missingThread()))
                    .isEmpty();
            assertThat(latest(CAROL, 5, joined)).isEmpty();
            assertThat(latest(BOB, 5)).isEmpty();
        }

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            ThreadClient thread = ten();
            thread.hide(BOB, 10);
            thread.erase(ANNA, 9);

            assertThat(seqs(latest(BOB, 3, thread).get(thread.id()))).containsExactly(8L, 9L);
        }

        @Test
        void theyAreInTheReadersWindow() {
            ThreadClient thread = ten();
            thread.delete(BOB, 8);
            thread.leave(BOB);
            thread.say(ANNA);
            thread.say(ANNA);

            assertThat(seqs(latest(BOB, 5, thread).get(thread.id()))).containsExactly(9L, 10L);
            assertThat(seqs(latest(BOB, 1, thread).get(thread.id()))).containsExactly(10L);
        }

        @Test
        void internalNotesAreNotShownToOthers() {
            ThreadClient thread =
                    newThread(ANNA).starterRights(INTERNAL_MANAGER).with(BOB).created();
            thread.say(ANNA);
            thread.note(ANNA);
            thread.say(ANNA);

            assertThat(seqs(latest(BOB, 3, thread).get(thread.id()))).containsExactly(1L, 3L);
            assertThat(seqs(latest(ANNA, 3, thread).get(thread.id()))).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class Recipients {

        private Recipient recipient(
                ThreadClient thread, long seq, Party party, boolean read, boolean starred, boolean hidden) {
            return new Recipient(thread.message(seq), thread.at(seq), party, read, starred, hidden);
        }

        @Test
        void everyOtherMemberIsARecipientInOrderOfJoining() {
            ThreadClient thread = group(BOB, DAVE, CAROL);
            thread.join(BOB, ANNA);
            thread.say(BOB);
            thread.read(CAROL, 1);
            thread.star(DAVE, 1);
            thread.hide(ANNA, 1);

            assertThat(thread.recipients(BOB, 1))
                    .containsExactly(
                            recipient(thread, 1, CAROL, true, false, false),
                            recipient(thread, 1, DAVE, false, true, false),
                            recipient(thread, 1, ANNA, false, false, true));
            assertThat(thread.recipients(CAROL, 1)).isEqualTo(thread.recipients(BOB, 1));
        }

        @Test
        void theOnlyMemberIsItsOwnRecipient() {
            ThreadClient thread = direct(ANNA, ANNA);
            thread.say(ANNA);

            assertThat(thread.recipients(ANNA, 1)).containsExactly(recipient(thread, 1, ANNA, true, false, false));
        }

        @Test
        void aMemberThatWasLeftAloneIsItsOwnRecipientToo() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(ANNA, BOB);
            assertThat(thread.recipients(ANNA, 2)).extracting(Recipient::party).containsExactly(ANNA);
        }

        @Test
        void onlyMembersWithTheMessageInTheirWindowAreRecipients() {
            ThreadClient thread = group(ANNA, BOB, CAROL, DAVE);
            thread.say(ANNA);
            thread.leave(BOB);
            thread.join(ANNA, EVE);
            thread.join(ANNA, new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL));
            thread.delete(DAVE, 1);
            thread.say(ANNA);

            assertThat(thread.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(BOB, CAROL, FRANK);
            assertThat(thread.recipients(ANNA, 2))
                    .extracting(Recipient::party)
                    .containsExactly(CAROL, DAVE, EVE, FRANK);
        }

        @Test
        void onlyMembersWhoSeeANoteAreItsRecipients() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.note(ANNA);

            assertThat(thread.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(BOB);
            assertThat(thread.recipients(CAROL, 1)).isEmpty();
            assertThat(thread.recipientList(CAROL, 1)).isEmpty();
        }

        @Test
        void aMessageWithoutRecipientsIsNotAMissingOne() {
            ThreadClient thread =
                    newThread(ANNA).starterRights(INTERNAL_MANAGER).with(CAROL).created();
            thread.note(ANNA);

            assertThat(thread.recipientList(ANNA, 1)).contains(new RecipientList(INTERNAL_MANAGER, List.of()));
        }

        @Test
        void theAnswerHasTheRightsThatItsReaderHasAtThatMoment() {
            ThreadClient thread = newThread(ANNA)
                    .with(Rights.MANAGER, BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .created();
            assertThat(rightsOfReaders(thread)).containsExactly(Rights.MANAGER, Rights.MANAGER, READER);

            thread.leave(BOB);
            thread.erase(ANNA, 1);
            assertThat(rightsOfReaders(thread)).containsExactly(Rights.MANAGER, Rights.MANAGER.past(), READER);
        }

        private List<Rights> rightsOfReaders(ThreadClient thread) {
            return Stream.of(ANNA, BOB, CAROL)
                    .map(reader -> thread.recipientList(reader, 1).orElseThrow().readerRights())
                    .toList();
        }

        @Test
        void aPartyThatDoesNotSeeTheMessageGetsNoRecipients() {
            ThreadClient thread = ten();
            thread.join(ANNA, CAROL);

            assertThat(thread.recipientList(EVE, 1)).isEmpty();
            assertThat(thread.recipientList(CAROL, 1)).isEmpty();
            assertThat(client.storage().messages().recipients(client.as(ANNA), client.newMessageId()))
                    .isEmpty();
        }

        @Test
        void aMessageThatIsUnreadAgainIsUnreadForItsRecipient() {
            ThreadClient thread = ten();
            thread.read(BOB, 10);
            thread.unreadFrom(BOB, 5);

            assertThat(thread.recipients(ANNA, 4)).extracting(Recipient::read).containsExactly(true);
            assertThat(thread.recipients(ANNA, 5)).extracting(Recipient::read).containsExactly(false);
        }
    }
}
