package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How threads begin: what is kept of them, the one thread of a pair, and client keys of first messages.
 *
 * <p>Not asserted: what becomes of a thread id that is used twice, and who may create a thread, which is judged
 * before a storage is asked.
 */
public abstract class ThreadCreationContract extends StorageContract {

    /** For adapters to extend. */
    protected ThreadCreationContract() {}

    @Nested
    class WhatIsKept {

        @Test
        void everyFieldOfAThreadIsKept() {
            Instant at = Instant.parse("2026-05-06T07:08:09.123456Z");

            Talk talk = opening(ANNA)
                    .with(BOB)
                    .subject(" Roof, 2nd floor ")
                    .says("hello")
                    .at(at)
                    .talk();

            ThreadInfo info = talk.summary(BOB).thread();
            assertThat(info.id()).isEqualTo(talk.id());
            assertThat(info.shape()).isEqualTo(ThreadShape.GROUP);
            assertThat(info.subject()).isEqualTo(" Roof, 2nd floor ");
            assertThat(info.createdBy()).isEqualTo(ANNA);
            assertThat(info.createdAt()).isEqualTo(at);
            assertThat(info.updatedAt()).isEqualTo(at);
            assertThat(info.memberCount()).isEqualTo(2);
            assertThat(info.closed()).isEmpty();
            assertThat(talk.info()).isEqualTo(info);
        }

        @Test
        void aThreadMayHaveNoSubject() {
            assertThat(group(ANNA, BOB).info().subject()).isEmpty();
        }

        @Test
        void aSubjectOfAThousandCharactersIsKept() {
            String subject = "Ünï 😀 ".repeat(200).substring(0, 1000);

            assertThat(opening(ANNA).subject(subject).talk().summary(ANNA).subject())
                    .isEqualTo(subject);
        }

        @Test
        void theMembersHaveTheirRights() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .talk();

            assertThat(world.storage()
                            .boxes()
                            .members(world.as(ANNA), List.of(talk.id()), 10)
                            .get(talk.id()))
                    .extracting(Member::party, Member::rights)
                    .containsExactly(tuple(ANNA, CHIEF), tuple(BOB, Rights.MEMBER), tuple(CAROL, READER));
            assertThat(talk.summary(CAROL).mine().rights()).isEqualTo(READER);
        }

        @Test
        void theStarterMayActThroughSomebodyElse() {
            Talk talk = opening(ANNA).with(BOB).says("hello").actor(EVE).talk();

            assertThat(talk.info().createdBy()).isEqualTo(ANNA);
            assertThat(talk.view(BOB, 1).orElseThrow().author()).isEqualTo(ANNA);
            assertThat(talk.log()).containsExactly(talk.row(THREAD_CREATED, 0, EVE), talk.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aThreadMayHaveAHundredMembers() {
            Party[] crowd = IntStream.range(0, 99)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);

            Talk talk = opening(ANNA).with(crowd).says("hello everybody").talk();

            assertThat(talk.info().memberCount()).isEqualTo(100);
            assertThat(talk.unread(crowd[0])).isEqualTo(1);
            assertThat(talk.unread(crowd[98])).isEqualTo(1);
        }

        @Test
        void theRulesAreKept() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(new ThreadRules(ClosedRule.ACCEPT, ReplyReads.EVERYTHING_BEFORE, true, true, 2))
                    .says("one")
                    .talk();

            assertThat(talk.facts().rulesUnanswered()).isTrue();
            assertThat(talk.leave(BOB)).isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));
            talk.close(ANNA);
            talk.say(BOB);
            assertThat(talk.row(BOB).readSeq()).isEqualTo(1);
            talk.delete(ANNA, 2);
            talk.say(BOB);
            assertThat(talk.seqs(ANNA)).containsExactly(1L, 2L, 3L);
        }

        @Test
        void theRulesOfOneThreadAreNotThoseOfAnother() {
            opening(ANNA).with(BOB).rules(ThreadRules.DEFAULT.minimumMembers(2)).talk();

            Talk other = group(ANNA, BOB);

            assertThat(other.facts().rulesUnanswered()).isFalse();
            assertThat(other.leave(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class FirstMessage {

        @Test
        void theFirstMessageGetsSeqOneAndTheTimeGiven() {
            ThreadDraft opening = opening(ANNA).with(BOB).says("hello").at(world.now());

            CreateOutcome outcome = opening.create();

            Talk talk = world.talk(opening.id());
            assertThat(outcome).isEqualTo(new SendOutcome.Stored(opening.firstId(), talk.at(1), world.latest()));
            assertThat(talk.facts().lastSeq()).isEqualTo(1);
            assertThat(talk.unread(BOB)).isEqualTo(1);
            assertThat(talk.unread(ANNA)).isZero();
        }

        @Test
        void everyFieldOfTheFirstMessageIsKept() {
            NewMessage first = new NewMessage(
                    world.newMessageId(),
                    MessageKind.NORMAL,
                    Visibility.INTERNAL,
                    " first \n words ",
                    OptionalLong.empty(),
                    Instant.parse("2020-01-01T00:00:00.000001Z"));

            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .says(first)
                    .talk();

            MessageView view = talk.view(BOB, 1).orElseThrow();
            assertThat(view.id()).isEqualTo(first.id());
            assertThat(view.position()).isEqualTo(talk.at(1));
            assertThat(view.author()).isEqualTo(ANNA);
            assertThat(view.message().kind()).isEqualTo(MessageKind.NORMAL);
            assertThat(view.message().visibility()).isEqualTo(Visibility.INTERNAL);
            assertThat(view.text()).isEqualTo(" first \n words ");
            assertThat(view.message().quotedSeq()).isEmpty();
            assertThat(view.message().sentAt()).isEqualTo(first.sentAt());
            assertThat(view.message().createdAt()).isEqualTo(world.latest());
            assertThat(view.message().deleted()).isFalse();
            assertThat(talk.messages(CAROL)).isEmpty();
            assertThat(talk.unread(CAROL)).isZero();
        }

        @Test
        void aThreadMayBeginWithASystemMessage() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .says(MessageKind.SYSTEM, Visibility.EVERYONE, "anna began")
                    .talk();

            assertThat(talk.seqs(BOB)).containsExactly(1L);
            assertThat(talk.unread(BOB)).isZero();
            assertThat(talk.row(BOB).newestSeq()).isZero();
            assertThat(talk.row(ANNA).ownSeq()).isZero();
            assertThat(talk.lastShown(BOB)).isZero();
        }

        @Test
        void aThreadMayBeginWithoutAMessage() {
            ThreadDraft opening = opening(ANNA).with(BOB);

            assertThat(opening.create()).isEqualTo(new CreateOutcome.Created(opening.id()));

            Talk talk = world.talk(opening.id());
            assertThat(talk.facts().lastSeq()).isZero();
            assertThat(talk.facts().activityAt()).isEqualTo(world.latest());
            assertThat(talk.messages(ANNA)).isEmpty();
            assertThat(talk.summary(BOB).last()).isEmpty();
            assertThat(talk.summary(BOB).mine().lastSeq()).isZero();
            assertThat(talk.log()).containsExactly(talk.row(THREAD_CREATED, 0, ANNA));
        }

        @Test
        void membersBeginWithNothingReadArchivedOrDeleted() {
            Talk talk = opening(ANNA).with(BOB).says("hello").talk();

            MemberFact bob = talk.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isZero();
            assertThat(bob.receiptSeq()).isZero();
            assertThat(bob.newestSeq()).isEqualTo(1);
            assertThat(bob.ownSeq()).isZero();
            assertThat(bob.deletedSeq()).isZero();
            assertThat(bob.archivedSeq()).isZero();
            assertThat(bob.activityAt()).contains(world.latest());
            assertThat(bob.stars()).isEmpty();
            assertThat(bob.hidden()).isEmpty();
            assertThat(talk.row(ANNA).newestSeq()).isZero();
            assertThat(talk.row(ANNA).ownSeq()).isEqualTo(1);
        }
    }

    @Nested
    class Keys {

        @Test
        void aRepeatedKeyAnswersTheFirstResult() {
            ThreadDraft first =
                    opening(ANNA).with(BOB).says("hello").key("k", "f").at(world.now());
            first.create();
            StoredKey stored =
                    new StoredKey("f", first.firstId(), world.talk(first.id()).at(1), world.latest());

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> opening(ANNA).with(BOB).says("hello").key("k", "f").create());
            assertThat(world.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyWithAnotherFingerprintIsAConflict() {
            ThreadDraft first =
                    opening(ANNA).with(BOB).says("hello").key("k", "f").at(world.now());
            first.create();
            StoredKey stored =
                    new StoredKey("f", first.firstId(), world.talk(first.id()).at(1), world.latest());

            assertChangesNothing(
                    new SendOutcome.KeyConflict(stored),
                    () -> opening(ANNA).with(BOB).says("hallo").key("k", "g").create());
        }

        @Test
        void aKeyOfAReplyIsFoundByANewThread() {
            Talk talk = group(ANNA, BOB);
            SendOutcome.Stored reply = talk.by(ANNA).key("k", "f").stored();
            StoredKey stored = new StoredKey("f", reply.messageId(), reply.position(), reply.createdAt());

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> opening(ANNA).with(BOB).says("hello").key("k", "f").create());
            assertChangesNothing(
                    new SendOutcome.KeyConflict(stored),
                    () -> opening(ANNA).with(BOB).says("hello").key("k", "g").create());
        }

        @Test
        void theKeyIsJudgedBeforeThePair() {
            ThreadDraft first =
                    opening(ANNA).directWith(BOB).says("hello").key("k", "f").at(world.now());
            first.create();
            StoredKey stored =
                    new StoredKey("f", first.firstId(), world.talk(first.id()).at(1), world.latest());

            assertThat(opening(ANNA).directWith(BOB).says("hello").key("k", "f").create())
                    .isEqualTo(new SendOutcome.Repeated(stored));
            assertThat(opening(ANNA).directWith(BOB).says("hallo").key("k", "g").create())
                    .isEqualTo(new SendOutcome.KeyConflict(stored));
        }

        @Test
        void aTakenPairUsesUpNoKey() {
            Talk talk = direct(ANNA, BOB);

            assertChangesNothing(
                    new CreateOutcome.PairTaken(talk.id()),
                    () -> opening(ANNA)
                            .directWith(BOB)
                            .says("hello")
                            .key("k", "f")
                            .create());

            assertThat(world.findKey(ANNA, "k")).isEmpty();
            assertThat(talk.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRepeatedKeyTakesNoPair() {
            opening(ANNA).with(BOB).says("hello").key("k", "f").talk();

            assertThat(opening(ANNA).directWith(BOB).says("hello").key("k", "f").create())
                    .isInstanceOf(SendOutcome.Repeated.class);

            ThreadDraft direct = opening(ANNA).directWith(BOB);
            assertThat(direct.create()).isEqualTo(new CreateOutcome.Created(direct.id()));
        }

        @Test
        void anothersKeyIsAnotherKey() {
            opening(ANNA).with(BOB).says("hello").key("k", "f").talk();

            assertThat(opening(BOB).with(ANNA).says("hello").key("k", "f").create())
                    .isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRefusedCreationLeavesNothingInAnyMailbox() {
            direct(ANNA, BOB);
            opening(ANNA).with(BOB).says("hello").key("k", "f").talk();
            ThreadDraft refused = opening(ANNA).with(CAROL).says("secret").key("k", "g");

            refused.create();

            assertThat(world.facts(refused.id())).isEmpty();
            assertThat(world.talk(refused.id()).find(CAROL)).isEmpty();
            assertThat(world.storage().messages().find(world.as(CAROL), refused.firstId()))
                    .isEmpty();
            assertThat(world.refs(100)).hasSize(2);
        }
    }
}
