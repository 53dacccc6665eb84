package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Limits;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.ContendedException;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests through the public API what a host gets for correct calls: sends, boxes, totals, pages, details and the policy
 * of the host. The other contracts test the rules of the storage.
 */
public abstract class MailboxContract extends MessagingContract {

    /** For adapters to extend. */
    protected MailboxContract() {}

    @Test
    void theExampleOfTheReadmeWorks() {
        Mailbox anna = as(ANNA);
        Sent first = anna.send(NewThread.to(BOB, CAROL).subject("Roof").text("When can you come?"));
        as(BOB).reply(first.threadId(), Draft.text("Tomorrow at 9").key("phone-7f3a"));

        Page<ThreadSummary> inbox = anna.threads(ThreadQuery.inbox().unread().first(20));
        assertThat(inbox.items()).hasSize(1);
        assertThat(inbox.items().get(0).last().orElseThrow().preview()).isEqualTo("Tomorrow at 9");
        assertThat(anna.unread()).isEqualTo(new UnreadTotals(1, 1, true));
        inbox.items().forEach(summary -> anna.markReadUpTo(summary.position()));
        anna.star(first.messageId());
        assertThat(anna.unread()).isEqualTo(new UnreadTotals(0, 0, true));
        assertThat(anna.threads(ThreadQuery.starred()).items()).hasSize(1);
        assertThat(messaging().maintenance().verify().violations()).isEmpty();
    }

    @Nested
    class MessageDraft {

        @Test
        void aNewThreadHasItsSenderAndRecipientsOnceEach() {
            Sent sent = as(ANNA).send(NewThread.to(BOB, ANNA, CAROL, BOB).text("t"));
            assertThat(sent.status()).isEqualTo(Sent.Status.SENT);
            assertThat(sent.seq()).isEqualTo(1);
            assertThat(sent.createdAt()).isEqualTo(clock.instant());
            assertThat(as(ANNA).members(sent.threadId()))
                    .extracting(Member::party)
                    .containsExactly(ANNA, BOB, CAROL);
        }

        @Test
        void theDefaultSubjectIsForThreadsWithoutOne() {
            Mailbox anna = builder()
                    .defaultSubject("No Subject")
                    .build()
                    .tenant(TENANT)
                    .as(ANNA);
            Sent none = anna.send(NewThread.to(BOB).text("t"));
            Sent own = anna.send(NewThread.to(BOB).subject("").text("t"));
            assertThat(anna.thread(none.threadId()).subject()).isEqualTo("No Subject");
            assertThat(anna.thread(own.threadId()).subject()).isEmpty();
            assertThat(anna.rename(own.threadId(), "Roof")).isTrue();
            assertThat(anna.rename(own.threadId(), "Roof")).isFalse();
            assertThat(as(BOB).thread(own.threadId()).subject()).isEqualTo("Roof");
        }

        @Test
        void rulesAreThoseOfTheBuilderUnlessTheThreadHasItsOwn() {
            Sent normal = as(ANNA).send(NewThread.to(BOB).text("t"));
            Sent shown = as(ANNA).send(NewThread.to(BOB).text("t").rules(rules -> rules.unansweredInInbox(true)));
            assertThat(as(ANNA).threads(ThreadQuery.inbox()).items())
                    .extracting(ThreadSummary::threadId)
                    .containsExactly(shown.threadId());
            assertThat(as(ANNA).threads(ThreadQuery.sent()).items())
                    .extracting(ThreadSummary::threadId)
                    .containsExactlyInAnyOrder(normal.threadId(), shown.threadId());
        }

        @Test
        void bothPartiesFindTheSameDirectThreadButNotInABoxBeforeItsFirstMessage() {
            ThreadId direct = as(ANNA).direct(BOB);
            assertThat(as(BOB).direct(ANNA)).isEqualTo(direct);
            assertThat(as(ANNA).direct(CAROL)).isNotEqualTo(direct);
            assertThat(as(BOB).threads(ThreadQuery.all()).items()).isEmpty();
            as(ANNA).reply(direct, Draft.text("t"));
            assertThat(as(BOB).threads(ThreadQuery.inbox()).items())
                    .extracting(ThreadSummary::threadId)
                    .containsExactly(direct);
        }

        @Test
        void timesAreCutToMicroseconds() {
            clock.set(Instant.parse("2026-05-03T09:12:00.123456789Z"));
            Sent sent = as(ANNA).send(NewThread.to(BOB).text("t"));
            Instant micros = Instant.parse("2026-05-03T09:12:00.123456Z");
            assertThat(sent.createdAt()).isEqualTo(micros);
            assertThat(as(BOB).message(sent.messageId()).message().sentAt()).isEqualTo(micros);
        }

        @Test
        void aReplyMarksReadUpToItsSeenSeq() {
            Sent first = as(ANNA).send(NewThread.to(BOB).text("1"));
            as(ANNA).reply(first.threadId(), Draft.text("2"));
            as(BOB).reply(first.threadId(), Draft.text("3").seen(1));
            assertThat(as(BOB).thread(first.threadId()).unread()).isEqualTo(1);
            as(BOB).reply(first.threadId(), Draft.text("4"));
            assertThat(as(BOB).thread(first.threadId()).unread()).isEqualTo(1);
        }
    }

    @Nested
    class Pages {

        @Test
        void aWalkByCursorAndOneByNumberShowEveryThreadOnce() {
            List<ThreadId> sent = manyThreads(23);
            assertThat(walkByCursor(ThreadQuery.inbox().first(5))).containsExactlyElementsOf(sent);
            List<ThreadId> numbered = new ArrayList<>();
            for (int page = 1; page <= 6; page++) {
                Page<ThreadSummary> answer =
                        as(BOB).threads(ThreadQuery.inbox().page(page).size(5).withTotal());
                assertThat(answer.total()).hasValue(23);
                answer.items().forEach(summary -> numbered.add(summary.threadId()));
            }
            assertThat(numbered).containsExactlyElementsOf(sent);
        }

        @Test
        void threadsOfOneMomentAreInOneOrderOnEveryPage() {
            clock.tick(Duration.ZERO);
            for (int i = 0; i < 12; i++) {
                as(ANNA).send(NewThread.to(BOB).text("t"));
            }
            List<ThreadId> whole = walkByCursor(ThreadQuery.inbox().first(100));
            assertThat(walkByCursor(ThreadQuery.inbox().first(1))).containsExactlyElementsOf(whole);
            assertThat(walkByCursor(ThreadQuery.inbox().unread().first(5))).containsExactlyElementsOf(whole);
        }

        @Test
        void aWalkWhileTheInboxMovesShowsEveryUnchangedThreadExactlyOnce() {
            List<ThreadId> sent = manyThreads(20);
            List<ThreadId> seen = new ArrayList<>();
            ThreadQuery query = ThreadQuery.inbox().first(4);
            Page<ThreadSummary> page = as(BOB).threads(query);
            int moved = 15;
            while (true) {
                page.items().forEach(summary -> seen.add(summary.threadId()));
                if (page.next().isEmpty()) {
                    break;
                }
                as(ANNA).reply(sent.get(moved++), Draft.text("up"));
                page = as(BOB).threads(query.after(page.next().get()));
            }
            List<ThreadId> unchanged = new ArrayList<>(sent);
            unchanged.removeAll(sent.subList(15, moved));
            assertThat(seen).containsAll(unchanged).doesNotHaveDuplicates();
        }

        @Test
        void pagesHaveTheDefaultSizeUnlessAsked() {
            manyThreads(11);
            assertThat(as(BOB).threads(ThreadQuery.inbox()).items()).hasSize(10);
            Mailbox small = builder()
                    .limits(Limits.DEFAULT.pageSize(3, 3))
                    .build()
                    .tenant(TENANT)
                    .as(BOB);
            assertThat(small.threads(ThreadQuery.inbox()).items()).hasSize(3);
        }

        private List<ThreadId> manyThreads(int count) {
            clock.tick(Duration.ofSeconds(1));
            List<ThreadId> threads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                threads.add(0, as(ANNA).send(NewThread.to(BOB).text("t")).threadId());
            }
            return threads;
        }

        private List<ThreadId> walkByCursor(ThreadQuery query) {
            List<ThreadId> threads = new ArrayList<>();
            Page<ThreadSummary> page = as(BOB).threads(query);
            page.items().forEach(summary -> threads.add(summary.threadId()));
            while (page.hasMore()) {
                page = as(BOB).threads(query.after(page.next().orElseThrow()));
                page.items().forEach(summary -> threads.add(summary.threadId()));
            }
            return threads;
        }
    }

    @Nested
    class Details {

        @Test
        void aListAnswersSendersMembersAndMessagesOnlyIfAsked() {
            Sent first = as(ANNA).send(NewThread.to(BOB, CAROL).text("1"));
            as(BOB).reply(first.threadId(), Draft.text("2"));
            as(ANNA).reply(first.threadId(), Draft.text("3"));
            ThreadSummary plain = as(CAROL).threads(ThreadQuery.inbox()).items().get(0);
            assertThat(plain.senders()).isEmpty();
            assertThat(plain.members()).isEmpty();
            assertThat(plain.messages()).isEmpty();
            ThreadSummary detailed = as(CAROL)
                    .threads(ThreadQuery.inbox().withSenders().withMembers(2).withMessages(2))
                    .items()
                    .get(0);
            assertThat(detailed.senders()).containsExactly(ANNA, BOB);
            assertThat(detailed.members()).extracting(Member::party).containsExactly(ANNA, BOB);
            assertThat(detailed.messages()).extracting(MessageView::text).containsExactly("2", "3");
            assertThat(detailed.unread()).isEqualTo(3);
        }

        @Test
        void previewsAreCutToTheLimit() {
            Mailbox anna = as(ANNA);
            anna.send(NewThread.to(BOB).text("When\ncan you come? " + "x".repeat(100)));
            assertThat(as(BOB).threads(ThreadQuery.inbox())
                            .items()
                            .get(0)
                            .last()
                            .orElseThrow()
                            .preview())
                    .startsWith("When can you come? xxx")
                    .hasSize(75);
        }

        @Test
        void readAndStarStateArePrivateExceptToManagers() {
            Sent first = as(ANNA).send(NewThread.to(BOB, CAROL).text("1"));
            as(BOB).markReadUpTo(first.position());
            as(CAROL).star(first.messageId());
            assertThat(as(ANNA).recipients(first.messageId()))
                    .containsExactly(recipient(first, BOB, true, false), recipient(first, CAROL, false, true));
            assertThat(as(BOB).recipients(first.messageId())).containsExactly(recipient(first, BOB, true, false));
            Sent reply = as(BOB).reply(first.threadId(), Draft.text("2"));
            assertThat(as(BOB).recipients(reply.messageId())).isEmpty();
        }

        /** A second query could mix two moments in one answer, or return nothing where the call must be refused. */
        @Test
        void recipientsAndMembersAreReadByOneQuery() {
            List<Consumer<Sent>> changes = List.of(
                    sent -> as(ANNA).leave(sent.threadId()),
                    sent -> as(ANNA).deleteForMe(sent.position()),
                    sent -> as(ANNA).deleteForEveryone(sent.messageId()));
            for (Consumer<Sent> change : changes) {
                assertOneQuestion(change, (anna, sent) -> anna.recipients(sent.messageId()));
                assertOneQuestion(change, (anna, sent) -> anna.members(sent.threadId()));
            }
        }

        private void assertOneQuestion(Consumer<Sent> change, BiFunction<Mailbox, Sent, Object> question) {
            Sent sent = as(ANNA).send(NewThread.to(BOB, CAROL).text("t"));
            Object before = question.apply(as(ANNA), sent);
            CountingStorage counted = new CountingStorage(storage(), () -> change.accept(sent));
            Mailbox anna =
                    builder().storage(counted.view()).build().tenant(TENANT).as(ANNA);
            assertThat(question.apply(anna, sent)).isEqualTo(before);
            assertThat(counted.operations()).isEqualTo(1);
        }

        @Test
        void totalsStopAtTheirCapAndSaySo() {
            Mailbox bob = builder()
                    .limits(Limits.DEFAULT.unreadThreads(2))
                    .build()
                    .tenant(TENANT)
                    .as(BOB);
            for (int i = 0; i < 3; i++) {
                as(ANNA).send(NewThread.to(BOB).text("t"));
                assertThat(bob.unread().complete()).isEqualTo(i < 2);
            }
            assertThat(bob.unread().threads()).isEqualTo(2);
            assertThat(bob.unreadExactly()).isEqualTo(new UnreadTotals(3, 3, true));
            assertThat(bob.markAllRead()).isEqualTo(3);
            assertThat(bob.unread()).isEqualTo(new UnreadTotals(0, 0, true));
        }

        private Recipient recipient(Sent sent, Party party, boolean read, boolean starred) {
            return new Recipient(sent.messageId(), sent.position(), party, read, starred, false);
        }
    }

    @Nested
    class Policy {

        @Test
        void aPolicyMayRefuseEachAction() {
            Sent first = as(ANNA).send(NewThread.to(BOB).text("t"));
            for (AccessPolicy.Action action : AccessPolicy.Action.values()) {
                Mailbox anna = with(request -> request.action() == action
                        ? AccessPolicy.Decision.refuse("not today")
                        : AccessPolicy.Decision.allow());
                ForbiddenException refused = refusedAs(ForbiddenException.class, () -> act(anna, action, first));
                assertThat(refused.reason()).isEqualTo("not today");
            }
        }

        @Test
        void aPolicySeesTheThreadAndIsAskedAgainIfItChangedMeanwhile() {
            Sent first = as(ANNA).send(NewThread.to(BOB).text("t"));
            AtomicInteger asked = new AtomicInteger();
            Mailbox anna = with(request -> {
                assertThat(request.thread().map(ThreadSummary::threadId)).isEqualTo(Optional.of(first.threadId()));
                if (asked.incrementAndGet() == 1) {
                    as(ANNA).addMembers(first.threadId(), List.of(CAROL));
                }
                return AccessPolicy.Decision.allow();
            });
            assertThat(anna.reply(first.threadId(), Draft.text("t")).seq()).isEqualTo(2);
            assertThat(asked).hasValue(2);
        }

        @Test
        void aThreadThatChangesAgainAndAgainIsGivenUp() {
            Sent first = as(ANNA).send(NewThread.to(BOB).text("t"));
            AtomicInteger asked = new AtomicInteger();
            Mailbox anna = with(request -> {
                as(ANNA).rename(first.threadId(), "s" + asked.incrementAndGet());
                return AccessPolicy.Decision.allow();
            });
            Assertions.assertThatExceptionOfType(ContendedException.class)
                    .isThrownBy(() -> anna.reply(first.threadId(), Draft.text("t")));
            assertThat(asked).hasValue(3);
            assertThat(as(ANNA).thread(first.threadId()).position().seq()).isEqualTo(1);
        }

        @Test
        void aRepeatedKeyIsAnsweredBeforeThePolicyIsAsked() {
            Sent first = as(ANNA).send(NewThread.to(BOB).text("t").key("k"));
            Sent reply = as(ANNA).reply(first.threadId(), Draft.text("t").key("k2"));
            Mailbox anna = with(request -> AccessPolicy.Decision.refuse("never"));
            assertThat(anna.send(NewThread.to(BOB).text("t").key("k")).position())
                    .isEqualTo(first.position());
            assertThat(anna.reply(first.threadId(), Draft.text("t").key("k2")).position())
                    .isEqualTo(reply.position());
        }

        private Mailbox with(AccessPolicy policy) {
            Messaging strict = builder().policy(policy).build();
            return strict.tenant(TENANT).as(ANNA);
        }

        private void act(Mailbox anna, AccessPolicy.Action action, Sent first) {
            ThreadId thread = first.threadId();
            switch (action) {
                case START_GROUP -> anna.send(NewThread.to(CAROL).text("t"));
                case START_DIRECT -> anna.direct(CAROL);
                case SEND -> anna.reply(thread, Draft.text("t"));
                case RENAME -> anna.rename(thread, "s");
                case CLOSE -> anna.close(thread);
                case REOPEN -> anna.reopen(thread);
                case ADD_MEMBERS -> anna.addMembers(thread, List.of(CAROL));
                case REMOVE_MEMBERS -> anna.removeMembers(thread, List.of(BOB));
                case LEAVE -> anna.leave(thread);
                case DELETE_MESSAGE -> anna.deleteForEveryone(first.messageId());
            }
        }
    }
}
