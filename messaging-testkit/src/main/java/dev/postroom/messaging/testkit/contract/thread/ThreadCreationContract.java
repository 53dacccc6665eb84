package dev.postroom.messaging.testkit.contract.thread;

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
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.ThreadDraft;
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

            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .subject(" Roof, 2nd floor ")
                    .says("hello")
                    .at(at)
                    .testThread();

            ThreadInfo info = testThread.summary(BOB).thread();
            assertThat(info.id()).isEqualTo(testThread.id());
            assertThat(info.shape()).isEqualTo(ThreadShape.GROUP);
            assertThat(info.subject()).isEqualTo(" Roof, 2nd floor ");
            assertThat(info.createdBy()).isEqualTo(ANNA);
            assertThat(info.createdAt()).isEqualTo(at);
            assertThat(info.updatedAt()).isEqualTo(at);
            assertThat(info.memberCount()).isEqualTo(2);
            assertThat(info.closed()).isEmpty();
            assertThat(testThread.info()).isEqualTo(info);
        }

        @Test
        void aThreadMayHaveNoSubject() {
            assertThat(group(ANNA, BOB).info().subject()).isEmpty();
        }

        @Test
        void aSubjectOfAThousandCharactersIsKept() {
            String subject = "Ünï 😀 ".repeat(200).substring(0, 1000);

            assertThat(opening(ANNA).subject(subject).testThread().summary(ANNA).subject())
                    .isEqualTo(subject);
        }

        @Test
        void theMembersHaveTheirRights() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .testThread();

            assertThat(testTenant
                            .storage()
                            .boxes()
                            .members(testTenant.as(ANNA), List.of(testThread.id()), 10)
                            .get(testThread.id()))
                    .extracting(Member::party, Member::rights)
                    .containsExactly(tuple(ANNA, CHIEF), tuple(BOB, Rights.MEMBER), tuple(CAROL, READER));
            assertThat(testThread.summary(CAROL).mine().rights()).isEqualTo(READER);
        }

        @Test
        void theStarterMayActThroughSomebodyElse() {
            TestThread testThread =
                    opening(ANNA).with(BOB).says("hello").actor(EVE).testThread();

            assertThat(testThread.info().createdBy()).isEqualTo(ANNA);
            assertThat(testThread.view(BOB, 1).orElseThrow().author()).isEqualTo(ANNA);
            assertThat(testThread.log())
                    .containsExactly(testThread.row(THREAD_CREATED, 0, EVE), testThread.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aThreadMayHaveAHundredMembers() {
            Party[] crowd = IntStream.range(0, 99)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);

            TestThread testThread =
                    opening(ANNA).with(crowd).says("hello everybody").testThread();

            assertThat(testThread.info().memberCount()).isEqualTo(100);
            assertThat(testThread.unread(crowd[0])).isEqualTo(1);
            assertThat(testThread.unread(crowd[98])).isEqualTo(1);
        }

        @Test
        void theRulesAreKept() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(new ThreadRules(ClosedRule.ACCEPT, ReplyReads.EVERYTHING_BEFORE, true, true, 2))
                    .says("one")
                    .testThread();

            assertThat(testThread.facts().rulesUnanswered()).isTrue();
            assertThat(testThread.leave(BOB)).isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));
            testThread.close(ANNA);
            testThread.say(BOB);
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(1);
            testThread.delete(ANNA, 2);
            testThread.say(BOB);
            assertThat(testThread.seqs(ANNA)).containsExactly(1L, 2L, 3L);
        }

        @Test
        void theRulesOfOneThreadAreNotThoseOfAnother() {
            opening(ANNA).with(BOB).rules(ThreadRules.DEFAULT.minimumMembers(2)).testThread();

            TestThread other = group(ANNA, BOB);

            assertThat(other.facts().rulesUnanswered()).isFalse();
            assertThat(other.leave(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class FirstMessage {

        @Test
        void theFirstMessageGetsSeqOneAndTheTimeGiven() {
            ThreadDraft opening = opening(ANNA).with(BOB).says("hello").at(testTenant.now());

            CreateOutcome outcome = opening.create();

            TestThread testThread = testTenant.testThread(opening.id());
            assertThat(outcome)
                    .isEqualTo(new SendOutcome.Stored(opening.firstId(), testThread.at(1), testTenant.latest()));
            assertThat(testThread.facts().lastSeq()).isEqualTo(1);
            assertThat(testThread.unread(BOB)).isEqualTo(1);
            assertThat(testThread.unread(ANNA)).isZero();
        }

        @Test
        void everyFieldOfTheFirstMessageIsKept() {
            NewMessage first = new NewMessage(
                    testTenant.newMessageId(),
                    MessageKind.NORMAL,
                    Visibility.INTERNAL,
                    " first \n words ",
                    OptionalLong.empty(),
                    Instant.parse("2020-01-01T00:00:00.000001Z"));

            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .says(first)
                    .testThread();

            MessageView view = testThread.view(BOB, 1).orElseThrow();
            assertThat(view.id()).isEqualTo(first.id());
            assertThat(view.position()).isEqualTo(testThread.at(1));
            assertThat(view.author()).isEqualTo(ANNA);
            assertThat(view.message().kind()).isEqualTo(MessageKind.NORMAL);
            assertThat(view.message().visibility()).isEqualTo(Visibility.INTERNAL);
            assertThat(view.text()).isEqualTo(" first \n words ");
            assertThat(view.message().quotedSeq()).isEmpty();
            assertThat(view.message().sentAt()).isEqualTo(first.sentAt());
            assertThat(view.message().createdAt()).isEqualTo(testTenant.latest());
            assertThat(view.message().deleted()).isFalse();
            assertThat(testThread.messages(CAROL)).isEmpty();
            assertThat(testThread.unread(CAROL)).isZero();
        }

        @Test
        void aThreadMayBeginWithASystemMessage() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .says(MessageKind.SYSTEM, Visibility.EVERYONE, "anna began")
                    .testThread();

            assertThat(testThread.seqs(BOB)).containsExactly(1L);
            assertThat(testThread.unread(BOB)).isZero();
            assertThat(testThread.row(BOB).newestSeq()).isZero();
            assertThat(testThread.row(ANNA).ownSeq()).isZero();
            assertThat(testThread.lastShown(BOB)).isZero();
        }

        @Test
        void aThreadMayBeginWithoutAMessage() {
            ThreadDraft opening = opening(ANNA).with(BOB);

            assertThat(opening.create()).isEqualTo(new CreateOutcome.Created(opening.id()));

            TestThread testThread = testTenant.testThread(opening.id());
            assertThat(testThread.facts().lastSeq()).isZero();
            assertThat(testThread.facts().activityAt()).isEqualTo(testTenant.latest());
            assertThat(testThread.messages(ANNA)).isEmpty();
            assertThat(testThread.summary(BOB).last()).isEmpty();
            assertThat(testThread.summary(BOB).mine().lastSeq()).isZero();
            assertThat(testThread.log()).containsExactly(testThread.row(THREAD_CREATED, 0, ANNA));
        }

        @Test
        void membersBeginWithNothingReadArchivedOrDeleted() {
            TestThread testThread = opening(ANNA).with(BOB).says("hello").testThread();

            MemberFact bob = testThread.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isZero();
            assertThat(bob.receiptSeq()).isZero();
            assertThat(bob.newestSeq()).isEqualTo(1);
            assertThat(bob.ownSeq()).isZero();
            assertThat(bob.deletedSeq()).isZero();
            assertThat(bob.archivedSeq()).isZero();
            assertThat(bob.activityAt()).contains(testTenant.latest());
            assertThat(bob.stars()).isEmpty();
            assertThat(bob.hidden()).isEmpty();
            assertThat(testThread.row(ANNA).newestSeq()).isZero();
            assertThat(testThread.row(ANNA).ownSeq()).isEqualTo(1);
        }
    }

    @Nested
    class Keys {

        @Test
        void aRepeatedKeyAnswersTheFirstResult() {
            ThreadDraft first =
                    opening(ANNA).with(BOB).says("hello").key("k", "f").at(testTenant.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), testTenant.testThread(first.id()).at(1), testTenant.latest());

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> opening(ANNA).with(BOB).says("hello").key("k", "f").create());
            assertThat(testTenant.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyWithAnotherFingerprintIsAConflict() {
            ThreadDraft first =
                    opening(ANNA).with(BOB).says("hello").key("k", "f").at(testTenant.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), testTenant.testThread(first.id()).at(1), testTenant.latest());

            assertChangesNothing(
                    new SendOutcome.KeyConflict(stored),
                    () -> opening(ANNA).with(BOB).says("hallo").key("k", "g").create());
        }

        @Test
        void aKeyOfAReplyIsFoundByANewThread() {
            TestThread testThread = group(ANNA, BOB);
            SendOutcome.Stored reply = testThread.by(ANNA).key("k", "f").stored();
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
                    opening(ANNA).directWith(BOB).says("hello").key("k", "f").at(testTenant.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), testTenant.testThread(first.id()).at(1), testTenant.latest());

            assertThat(opening(ANNA).directWith(BOB).says("hello").key("k", "f").create())
                    .isEqualTo(new SendOutcome.Repeated(stored));
            assertThat(opening(ANNA).directWith(BOB).says("hallo").key("k", "g").create())
                    .isEqualTo(new SendOutcome.KeyConflict(stored));
        }

        @Test
        void aTakenPairUsesUpNoKey() {
            TestThread testThread = direct(ANNA, BOB);

            assertChangesNothing(
                    new CreateOutcome.PairTaken(testThread.id()),
                    () -> opening(ANNA)
                            .directWith(BOB)
                            .says("hello")
                            .key("k", "f")
                            .create());

            assertThat(testTenant.findKey(ANNA, "k")).isEmpty();
            assertThat(testThread.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRepeatedKeyTakesNoPair() {
            opening(ANNA).with(BOB).says("hello").key("k", "f").testThread();

            assertThat(opening(ANNA).directWith(BOB).says("hello").key("k", "f").create())
                    .isInstanceOf(SendOutcome.Repeated.class);

            ThreadDraft direct = opening(ANNA).directWith(BOB);
            assertThat(direct.create()).isEqualTo(new CreateOutcome.Created(direct.id()));
        }

        @Test
        void anothersKeyIsAnotherKey() {
            opening(ANNA).with(BOB).says("hello").key("k", "f").testThread();

            assertThat(opening(BOB).with(ANNA).says("hello").key("k", "f").create())
                    .isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRefusedCreationLeavesNothingInAnyMailbox() {
            direct(ANNA, BOB);
            opening(ANNA).with(BOB).says("hello").key("k", "f").testThread();
            ThreadDraft refused = opening(ANNA).with(CAROL).says("secret").key("k", "g");

            refused.create();

            assertThat(testTenant.facts(refused.id())).isEmpty();
            assertThat(testTenant.testThread(refused.id()).find(CAROL)).isEmpty();
            assertThat(testTenant.storage().messages().find(testTenant.as(CAROL), refused.firstId()))
                    .isEmpty();
            assertThat(testTenant.refs(100)).hasSize(2);
        }
    }
}
