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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import dev.postroom.messaging.testkit.contract.ThreadDraft;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests the creation of threads: the stored values, the one thread of a pair, and client keys of first messages.
 *
 * <p>Not asserted: what happens with a thread id that is used twice, and which parties may create a thread, which is
 * checked before a storage is called.
 */
public abstract class ThreadCreationContract extends StorageContract {

    /** For adapters to extend. */
    protected ThreadCreationContract() {}

    @Nested
    class WhatIsKept {

        @Test
        void everyFieldOfAThreadIsKept() {
            Instant at = Instant.parse("2026-05-06T07:08:09.123456Z");

            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .subject(" Roof, 2nd floor ")
                    .says("hello")
                    .at(at)
                    .created();

            ThreadInfo info = thread.summary(BOB).thread();
            assertThat(info.id()).isEqualTo(thread.id());
            assertThat(info.shape()).isEqualTo(ThreadShape.GROUP);
            assertThat(info.subject()).isEqualTo(" Roof, 2nd floor ");
            assertThat(info.createdBy()).isEqualTo(ANNA);
            assertThat(info.createdAt()).isEqualTo(at);
            assertThat(info.updatedAt()).isEqualTo(at);
            assertThat(info.memberCount()).isEqualTo(2);
            assertThat(info.closed()).isEmpty();
            assertThat(thread.info()).isEqualTo(info);
        }

        @Test
        void aThreadMayHaveNoSubject() {
            assertThat(group(ANNA, BOB).info().subject()).isEmpty();
        }

        @Test
        void aSubjectOfAThousandCharactersIsKept() {
            String subject = "Ünï 😀 ".repeat(200).substring(0, 1000);

            assertThat(newThread(ANNA).subject(subject).created().summary(ANNA).subject())
                    .isEqualTo(subject);
        }

        @Test
        void theMembersHaveTheirRights() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(BOB)
                    .with(READER, CAROL)
                    .says("hello")
                    .created();

            assertThat(client.storage()
                            .boxes()
                            .members(client.as(ANNA), List.of(thread.id()), 10)
                            .get(thread.id()))
                    .extracting(Member::party, Member::rights)
                    .containsExactly(tuple(ANNA, INTERNAL_MANAGER), tuple(BOB, Rights.MEMBER), tuple(CAROL, READER));
            assertThat(thread.summary(CAROL).mine().rights()).isEqualTo(READER);
        }

        @Test
        void theStarterMayActThroughSomebodyElse() {
            ThreadClient thread =
                    newThread(ANNA).with(BOB).says("hello").actor(EVE).created();

            assertThat(thread.info().createdBy()).isEqualTo(ANNA);
            assertThat(thread.view(BOB, 1).orElseThrow().author()).isEqualTo(ANNA);
            assertThat(thread.log())
                    .containsExactly(thread.row(THREAD_CREATED, 0, EVE), thread.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aThreadMayHaveAHundredMembers() {
            Party[] members = IntStream.range(0, 99)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);

            ThreadClient thread =
                    newThread(ANNA).with(members).says("hello everybody").created();

            assertThat(thread.info().memberCount()).isEqualTo(100);
            assertThat(thread.unread(members[0])).isEqualTo(1);
            assertThat(thread.unread(members[98])).isEqualTo(1);
        }

        @Test
        void theRulesAreKept() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(new ThreadRules(ClosedRule.ACCEPT, ReplyReads.EVERYTHING_BEFORE, true, true, 2))
                    .says("one")
                    .created();

            assertThat(thread.facts().rulesUnanswered()).isTrue();
            assertThat(thread.leave(BOB)).isEqualTo(refused(Refusal.TOO_FEW_MEMBERS));
            thread.close(ANNA);
            thread.say(BOB);
            assertThat(thread.row(BOB).readSeq()).isEqualTo(1);
            thread.delete(ANNA, 2);
            thread.say(BOB);
            assertThat(thread.seqs(ANNA)).containsExactly(1L, 2L, 3L);
        }

        @Test
        void theRulesOfOneThreadAreNotThoseOfAnother() {
            newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .created();

            ThreadClient other = group(ANNA, BOB);

            assertThat(other.facts().rulesUnanswered()).isFalse();
            assertThat(other.leave(BOB)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class FirstMessage {

        @Test
        void theFirstMessageGetsSeqOneAndTheTimeGiven() {
            ThreadDraft opening = newThread(ANNA).with(BOB).says("hello").at(client.now());

            CreateOutcome outcome = opening.create();

            ThreadClient thread = client.thread(opening.id());
            assertThat(outcome).isEqualTo(new SendOutcome.Stored(opening.firstId(), thread.at(1), client.latest()));
            assertThat(thread.facts().lastSeq()).isEqualTo(1);
            assertThat(thread.unread(BOB)).isEqualTo(1);
            assertThat(thread.unread(ANNA)).isZero();
        }

        @Test
        void everyFieldOfTheFirstMessageIsKept() {
            NewMessage first = new NewMessage(
                    client.newMessageId(),
                    MessageKind.NORMAL,
                    Visibility.INTERNAL,
                    " first \n words ",
                    OptionalLong.empty(),
                    Instant.parse("2020-01-01T00:00:00.000001Z"));

            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .says(first)
                    .created();

            MessageView view = thread.view(BOB, 1).orElseThrow();
            assertThat(view.id()).isEqualTo(first.id());
            assertThat(view.position()).isEqualTo(thread.at(1));
            assertThat(view.author()).isEqualTo(ANNA);
            assertThat(view.message().kind()).isEqualTo(MessageKind.NORMAL);
            assertThat(view.message().visibility()).isEqualTo(Visibility.INTERNAL);
            assertThat(view.text()).isEqualTo(" first \n words ");
            assertThat(view.message().quotedSeq()).isEmpty();
            assertThat(view.message().sentAt()).isEqualTo(first.sentAt());
            assertThat(view.message().createdAt()).isEqualTo(client.latest());
            assertThat(view.message().deleted()).isFalse();
            assertThat(thread.messages(CAROL)).isEmpty();
            assertThat(thread.unread(CAROL)).isZero();
        }

        @Test
        void aThreadMayBeginWithASystemMessage() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .says(MessageKind.SYSTEM, Visibility.EVERYONE, "anna began")
                    .created();

            assertThat(thread.seqs(BOB)).containsExactly(1L);
            assertThat(thread.unread(BOB)).isZero();
            assertThat(thread.row(BOB).newestSeq()).isZero();
            assertThat(thread.row(ANNA).ownSeq()).isZero();
            assertThat(thread.lastShown(BOB)).isZero();
        }

        @Test
        void aThreadMayBeginWithoutAMessage() {
            ThreadDraft opening = newThread(ANNA).with(BOB);

            assertThat(opening.create()).isEqualTo(new CreateOutcome.Created(opening.id()));

            ThreadClient thread = client.thread(opening.id());
            assertThat(thread.facts().lastSeq()).isZero();
            assertThat(thread.facts().activityAt()).isEqualTo(client.latest());
            assertThat(thread.messages(ANNA)).isEmpty();
            assertThat(thread.summary(BOB).last()).isEmpty();
            assertThat(thread.summary(BOB).mine().lastSeq()).isZero();
            assertThat(thread.log()).containsExactly(thread.row(THREAD_CREATED, 0, ANNA));
        }

        @Test
        void membersBeginWithNothingReadArchivedOrDeleted() {
            ThreadClient thread = newThread(ANNA).with(BOB).says("hello").created();

            MemberFact bob = thread.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isZero();
            assertThat(bob.receiptSeq()).isZero();
            assertThat(bob.newestSeq()).isEqualTo(1);
            assertThat(bob.ownSeq()).isZero();
            assertThat(bob.deletedSeq()).isZero();
            assertThat(bob.archivedSeq()).isZero();
            assertThat(bob.activityAt()).contains(client.latest());
            assertThat(bob.stars()).isEmpty();
            assertThat(bob.hidden()).isEmpty();
            assertThat(thread.row(ANNA).newestSeq()).isZero();
            assertThat(thread.row(ANNA).ownSeq()).isEqualTo(1);
        }
    }

    @Nested
    class Keys {

        @Test
        void aRepeatedKeyAnswersTheFirstResult() {
            ThreadDraft first =
                    newThread(ANNA).with(BOB).says("hello").key("k", "f").at(client.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), client.thread(first.id()).at(1), client.latest());

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> newThread(ANNA).with(BOB).says("hello").key("k", "f").create());
            assertThat(client.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyWithAnotherFingerprintIsAConflict() {
            ThreadDraft first =
                    newThread(ANNA).with(BOB).says("hello").key("k", "f").at(client.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), client.thread(first.id()).at(1), client.latest());

            assertChangesNothing(
                    new SendOutcome.KeyConflict(stored),
                    () -> newThread(ANNA).with(BOB).says("hallo").key("k", "g").create());
        }

        @Test
        void aKeyOfAReplyIsFoundByANewThread() {
            ThreadClient thread = group(ANNA, BOB);
            SendOutcome.Stored reply = thread.by(ANNA).key("k", "f").stored();
            StoredKey stored = new StoredKey("f", reply.messageId(), reply.position(), reply.createdAt());

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> newThread(ANNA).with(BOB).says("hello").key("k", "f").create());
            assertChangesNothing(
                    new SendOutcome.KeyConflict(stored),
                    () -> newThread(ANNA).with(BOB).says("hello").key("k", "g").create());
        }

        @Test
        void theKeyIsJudgedBeforeThePair() {
            ThreadDraft first =
                    newThread(ANNA).directWith(BOB).says("hello").key("k", "f").at(client.now());
            first.create();
            StoredKey stored = new StoredKey(
                    "f", first.firstId(), client.thread(first.id()).at(1), client.latest());

            assertThat(newThread(ANNA)
                            .directWith(BOB)
                            .says("hello")
                            .key("k", "f")
                            .create())
                    .isEqualTo(new SendOutcome.Repeated(stored));
            assertThat(newThread(ANNA)
                            .directWith(BOB)
                            .says("hallo")
                            .key("k", "g")
                            .create())
                    .isEqualTo(new SendOutcome.KeyConflict(stored));
        }

        @Test
        void aTakenPairUsesUpNoKey() {
            ThreadClient thread = direct(ANNA, BOB);

            assertChangesNothing(
                    new CreateOutcome.PairTaken(thread.id()),
                    () -> newThread(ANNA)
                            .directWith(BOB)
                            .says("hello")
                            .key("k", "f")
                            .create());

            assertThat(client.findKey(ANNA, "k")).isEmpty();
            assertThat(thread.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRepeatedKeyTakesNoPair() {
            newThread(ANNA).with(BOB).says("hello").key("k", "f").created();

            assertThat(newThread(ANNA)
                            .directWith(BOB)
                            .says("hello")
                            .key("k", "f")
                            .create())
                    .isInstanceOf(SendOutcome.Repeated.class);

            ThreadDraft direct = newThread(ANNA).directWith(BOB);
            assertThat(direct.create()).isEqualTo(new CreateOutcome.Created(direct.id()));
        }

        @Test
        void anothersKeyIsAnotherKey() {
            newThread(ANNA).with(BOB).says("hello").key("k", "f").created();

            assertThat(newThread(BOB).with(ANNA).says("hello").key("k", "f").create())
                    .isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRefusedCreationLeavesNothingInAnyMailbox() {
            direct(ANNA, BOB);
            newThread(ANNA).with(BOB).says("hello").key("k", "f").created();
            ThreadDraft refused = newThread(ANNA).with(CAROL).says("secret").key("k", "g");

            refused.create();

            assertThat(client.facts(refused.id())).isEmpty();
            assertThat(client.thread(refused.id()).find(CAROL)).isEmpty();
            assertThat(client.storage().messages().find(client.as(CAROL), refused.firstId()))
                    .isEmpty();
            assertThat(client.refs(100)).hasSize(2);
        }
    }
}
