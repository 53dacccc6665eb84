package dev.postroom.messaging.testkit.contract;

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

    private Talk ten() {
        Talk talk = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> talk.say(ANNA));
        return talk;
    }

    private static List<Long> seqs(List<MessageView> views) {
        return views.stream().map(MessageView::seq).toList();
    }

    @Nested
    class OneByOne {

        @Test
        void everyFieldOfAMessageIsAnswered() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).talk();
            talk.say(ANNA);
            Instant sentAt = Instant.parse("2026-02-28T23:59:59.999999Z");
            var stored = talk.by(BOB)
                    .internal()
                    .text("only us")
                    .quoting(1)
                    .sentAt(sentAt)
                    .stored();

            assertThat(world.find(ANNA, stored.messageId()))
                    .contains(new MessageView(
                            new Message(
                                    stored.messageId(),
                                    talk.at(2),
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
            assertThat(talk.messages(ANNA).get(1)).isEqualTo(talk.view(ANNA, 2).orElseThrow());
        }

        @Test
        void aMessageSaysWhetherItWasReadAndStarred() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(ANNA);
            talk.say(BOB);
            talk.read(BOB, 1);
            talk.star(BOB, 2);

            assertThat(talk.messages(BOB)).extracting(MessageView::read).containsExactly(true, false, true);
            assertThat(talk.messages(BOB)).extracting(MessageView::starred).containsExactly(false, true, false);
            assertThat(talk.messages(ANNA)).extracting(MessageView::read).containsExactly(true, true, false);
            assertThat(talk.messages(ANNA)).noneMatch(MessageView::starred);
        }

        @Test
        void aHiddenMessageIsFoundAndSaysSo() {
            Talk talk = ten();
            talk.hide(BOB, 3);

            assertThat(talk.view(BOB, 3).orElseThrow().hidden()).isTrue();
            assertThat(talk.view(ANNA, 3).orElseThrow().hidden()).isFalse();
        }

        @Test
        void whatLiesOutsideOnesWindowIsNotFound() {
            Talk talk = ten();
            talk.join(ANNA, CAROL);
            talk.delete(BOB, 4);
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.view(CAROL, 10)).isEmpty();
            assertThat(talk.view(CAROL, 11)).isPresent();
            assertThat(talk.view(BOB, 4)).isEmpty();
            assertThat(talk.view(BOB, 5)).isPresent();
            assertThat(talk.view(BOB, 11)).isEmpty();
            assertThat(talk.view(EVE, 5)).isEmpty();
        }

        @Test
        void whoMayNotViewFindsNothingNotEvenTheirOwn() {
            Talk talk = opening(ANNA).with(WRITER, BOB).talk();
            talk.say(ANNA);
            talk.say(BOB);

            assertThat(talk.view(BOB, 1)).isEmpty();
            assertThat(talk.view(BOB, 2)).isEmpty();
            assertThat(talk.messages(BOB)).isEmpty();
        }

        @Test
        void whatDoesNotExistIsNotFound() {
            assertThat(world.find(ANNA, world.newMessageId())).isEmpty();
        }
    }

    @Nested
    class Latest {

        private Map<ThreadId, List<MessageView>> latest(Party party, int seqs, Talk... talks) {
            return world.storage()
                    .messages()
                    .latest(world.as(party), Stream.of(talks).map(Talk::id).toList(), seqs);
        }

        @Test
        void theLatestOfSeveralThreadsAreAnsweredAtOnce() {
            Talk one = ten();
            Talk two = group(ANNA, BOB);
            two.say(ANNA);

            var latest = latest(BOB, 3, one, two);

            assertThat(latest).containsOnlyKeys(one.id(), two.id());
            assertThat(seqs(latest.get(one.id()))).containsExactly(8L, 9L, 10L);
            assertThat(seqs(latest.get(two.id()))).containsExactly(1L);
            assertThat(latest.get(one.id()).get(2)).isEqualTo(one.view(BOB, 10).orElseThrow());
        }

        @Test
        void threadsOfOthersEmptyAndMissingOnesHaveNoEntry() {
            Talk others = group(ANNA, CAROL);
            others.say(ANNA);
            Talk joined = ten();
            joined.join(ANNA, CAROL);

            assertThat(latest(BOB, 5, others, group(ANNA, BOB), nowhere())).isEmpty();
            assertThat(latest(CAROL, 5, joined)).isEmpty();
            assertThat(latest(BOB, 5)).isEmpty();
        }

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            Talk talk = ten();
            talk.hide(BOB, 10);
            talk.erase(ANNA, 9);

            assertThat(seqs(latest(BOB, 3, talk).get(talk.id()))).containsExactly(8L, 9L);
        }

        @Test
        void theyLieInTheReadersWindow() {
            Talk talk = ten();
            talk.delete(BOB, 8);
            talk.leave(BOB);
            talk.say(ANNA);
            talk.say(ANNA);

            assertThat(seqs(latest(BOB, 5, talk).get(talk.id()))).containsExactly(9L, 10L);
            assertThat(seqs(latest(BOB, 1, talk).get(talk.id()))).containsExactly(10L);
        }

        @Test
        void internalNotesAreNotShownToOthers() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(BOB).talk();
            talk.say(ANNA);
            talk.note(ANNA);
            talk.say(ANNA);

            assertThat(seqs(latest(BOB, 3, talk).get(talk.id()))).containsExactly(1L, 3L);
            assertThat(seqs(latest(ANNA, 3, talk).get(talk.id()))).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class Recipients {

        private Recipient recipient(Talk talk, long seq, Party party, boolean read, boolean starred, boolean hidden) {
            return new Recipient(talk.message(seq), talk.at(seq), party, read, starred, hidden);
        }

        @Test
        void everyOtherMemberIsARecipientInOrderOfJoining() {
            Talk talk = group(BOB, DAVE, CAROL);
            talk.join(BOB, ANNA);
            talk.say(BOB);
            talk.read(CAROL, 1);
            talk.star(DAVE, 1);
            talk.hide(ANNA, 1);

            assertThat(talk.recipients(BOB, 1))
                    .containsExactly(
                            recipient(talk, 1, CAROL, true, false, false),
                            recipient(talk, 1, DAVE, false, true, false),
                            recipient(talk, 1, ANNA, false, false, true));
            assertThat(talk.recipients(CAROL, 1)).isEqualTo(talk.recipients(BOB, 1));
        }

        @Test
        void oneAloneIsTheirOwnRecipient() {
            Talk talk = direct(ANNA, ANNA);
            talk.say(ANNA);

            assertThat(talk.recipients(ANNA, 1)).containsExactly(recipient(talk, 1, ANNA, true, false, false));
        }

        @Test
        void whoWasLeftAloneIsTheirOwnRecipientToo() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(ANNA, BOB);
            assertThat(talk.recipients(ANNA, 2)).extracting(Recipient::party).containsExactly(ANNA);
        }

        @Test
        void onlyThoseInWhoseWindowItLiesAreRecipients() {
            Talk talk = group(ANNA, BOB, CAROL, DAVE);
            talk.say(ANNA);
            talk.leave(BOB);
            talk.join(ANNA, EVE);
            talk.join(ANNA, new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL));
            talk.delete(DAVE, 1);
            talk.say(ANNA);

            assertThat(talk.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(BOB, CAROL, FRANK);
            assertThat(talk.recipients(ANNA, 2)).extracting(Recipient::party).containsExactly(CAROL, DAVE, EVE, FRANK);
        }

        @Test
        void onlyThoseWhoSeeANoteAreItsRecipients() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.note(ANNA);

            assertThat(talk.recipients(ANNA, 1)).extracting(Recipient::party).containsExactly(BOB);
            assertThat(talk.recipients(CAROL, 1)).isEmpty();
            assertThat(talk.recipientList(CAROL, 1)).isEmpty();
        }

        @Test
        void aMessageWithoutRecipientsIsNotAMissingOne() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(CAROL).talk();
            talk.note(ANNA);

            assertThat(talk.recipientList(ANNA, 1)).contains(new RecipientList(CHIEF, List.of()));
        }

        @Test
        void theAnswerHasTheRightsThatItsReaderHasAtThatMoment() {
            Talk talk = opening(ANNA)
                    .with(Rights.MANAGER, BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .talk();
            assertThat(rightsOfReaders(talk)).containsExactly(Rights.MANAGER, Rights.MANAGER, READER);

            talk.leave(BOB);
            talk.erase(ANNA, 1);
            assertThat(rightsOfReaders(talk)).containsExactly(Rights.MANAGER, Rights.MANAGER.past(), READER);
        }

        private List<Rights> rightsOfReaders(Talk talk) {
            return Stream.of(ANNA, BOB, CAROL)
                    .map(reader -> talk.recipientList(reader, 1).orElseThrow().readerRights())
                    .toList();
        }

        @Test
        void whoDoesNotSeeTheMessageIsToldNothing() {
            Talk talk = ten();
            talk.join(ANNA, CAROL);

            assertThat(talk.recipientList(EVE, 1)).isEmpty();
            assertThat(talk.recipientList(CAROL, 1)).isEmpty();
            assertThat(world.storage().messages().recipients(world.as(ANNA), world.newMessageId()))
                    .isEmpty();
        }

        @Test
        void whatIsUnreadAgainIsUnreadForItsRecipient() {
            Talk talk = ten();
            talk.read(BOB, 10);
            talk.unreadFrom(BOB, 5);

            assertThat(talk.recipients(ANNA, 4)).extracting(Recipient::read).containsExactly(true);
            assertThat(talk.recipients(ANNA, 5)).extracting(Recipient::read).containsExactly(false);
        }
    }
}
