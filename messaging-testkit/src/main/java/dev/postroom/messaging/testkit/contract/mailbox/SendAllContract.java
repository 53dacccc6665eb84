package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Reply;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that one call sends several messages all or none, answers them in the caller's order, and causes no deadlock.
 */
public abstract class SendAllContract extends MessagingContract {

    private static final int TIMEOUT_SECONDS = 30;
    private static final int ROUNDS = 20;

    private final List<ThreadId> threads = new ArrayList<>();

    /** For adapters to extend. */
    protected SendAllContract() {}

    /** Creates three threads of Anna, Bob and Carol, and sorts them by id in ascending order. */
    @BeforeEach
    final void startThreads() {
        for (int i = 0; i < 3; i++) {
            threads.add(as(ANNA).send(NewThread.to(BOB, CAROL).text("When?")).threadId());
        }
        threads.sort((one, other) -> one.toString().compareTo(other.toString()));
    }

    private static Reply reply(ThreadId thread, String text) {
        return new Reply(thread, Draft.text(text));
    }

    private static Reply keyed(ThreadId thread, String key) {
        return new Reply(thread, Draft.text("text of " + key).key(key));
    }

    private List<String> texts(ThreadId thread) {
        return client.thread(thread).messages(ANNA).stream()
                .map(message -> message.text())
                .toList();
    }

    @Nested
    class AllOrNone {

        @Test
        void theAnswersStandInTheOrderOfTheReplies() {
            List<Sent> sent = as(BOB).sendAll(List.of(
                    reply(threads.get(2), "one"),
                    reply(threads.get(0), "two"),
                    reply(threads.get(2), "three"),
                    reply(threads.get(1), "four")));

            assertThat(sent)
                    .extracting(Sent::threadId)
                    .containsExactly(threads.get(2), threads.get(0), threads.get(2), threads.get(1));
            assertThat(sent).extracting(Sent::seq).containsExactly(2L, 2L, 3L, 2L);
            assertThat(sent).extracting(Sent::status).containsOnly(Sent.Status.SENT);
            assertThat(texts(threads.get(2))).containsExactly("When?", "one", "three");
            assertThat(as(CAROL).unread().messages()).isEqualTo(7);
        }

        @Test
        void noneIsSentIfOneIsRefused() {
            ThreadId closed = threads.get(1);
            as(ANNA).close(closed);
            ThreadId strange = as(DAVE).send(NewThread.to(EVE).text("t")).threadId();

            assertNone(ClosedException.class, reply(closed, "t"));
            assertNone(NotFoundException.class, reply(strange, "t"));
            assertNone(InvalidException.class, reply(threads.get(1), " "));
            assertNone(
                    InvalidException.class,
                    new Reply(threads.get(0), Draft.text("t").seen(99)));
            as(BOB).reply(threads.get(2), Draft.text("other").key("used"));
            assertNone(KeyConflictException.class, keyed(threads.get(0), "used"));
            assertThat(as(BOB).reply(threads.get(0), Draft.text("t").key("k")).status())
                    .isEqualTo(Sent.Status.SENT);
        }

        private void assertNone(Class<? extends MessagingException> why, Reply refused) {
            Reply before = keyed(threads.get(0), "k");
            Reply after = reply(threads.get(2), "after");
            refusedAs(why, () -> as(BOB).sendAll(List.of(before, refused, after)));
            refusedAs(why, () -> as(BOB).sendAll(List.of(after, refused, before)));
        }

        @Test
        void aKeyRepeatsItsOwnMessageOnly() {
            List<Reply> replies = List.of(keyed(threads.get(1), "k"), keyed(threads.get(0), "l"));
            List<Sent> first = as(BOB).sendAll(replies);

            List<Reply> more = new ArrayList<>(replies);
            more.add(1, keyed(threads.get(2), "m"));
            List<Sent> again = as(BOB).sendAll(more);

            assertThat(again)
                    .extracting(Sent::status)
                    .containsExactly(Sent.Status.REPEATED, Sent.Status.SENT, Sent.Status.REPEATED);
            assertThat(again.get(0).messageId()).isEqualTo(first.get(0).messageId());
            assertThat(again.get(2).messageId()).isEqualTo(first.get(1).messageId());
            assertThat(client.thread(threads.get(1)).facts().lastSeq()).isEqualTo(2);
        }

        @Test
        void theSameKeyTwiceSendsOnce() {
            List<Sent> sent = as(BOB).sendAll(List.of(keyed(threads.get(1), "k"), keyed(threads.get(1), "k")));

            assertThat(sent).extracting(Sent::status).containsExactly(Sent.Status.SENT, Sent.Status.REPEATED);
            assertThat(sent.get(1).messageId()).isEqualTo(sent.get(0).messageId());
        }

        @Test
        void noRepliesSendNothingAndTooManyAreRefused() {
            assertThat(as(BOB).sendAll(List.of())).isEmpty();
            assertInvalid("replies", () -> as(BOB).sendAll(null));
            assertInvalid("reply", () -> as(BOB).sendAll(Collections.singletonList(null)));
            assertThat(as(BOB).sendAll(Collections.nCopies(100, reply(threads.get(0), "t"))))
                    .hasSize(100);
            List<Reply> many = Collections.nCopies(101, reply(threads.get(0), "t"));
            assertThat(refusedAs(TooLargeException.class, () -> as(BOB).sendAll(many))
                            .limit())
                    .isEqualTo(100);
        }
    }

    @Nested
    class UnderAPolicy {

        private final List<ThreadId> asked = new ArrayList<>();

        private Mailbox bob(boolean allowed) {
            AccessPolicy policy = request -> {
                asked.add(request.thread().orElseThrow().threadId());
                return allowed || asked.size() == 1
                        ? AccessPolicy.Decision.allow()
                        : AccessPolicy.Decision.refuse("not now");
            };
            return builder().policy(policy).build().tenant(TENANT).as(BOB);
        }

        @Test
        void itIsAskedOnceForEachThread() {
            bob(true)
                    .sendAll(List.of(
                            reply(threads.get(2), "one"),
                            reply(threads.get(0), "two"),
                            reply(threads.get(2), "three")));

            assertThat(asked).containsExactly(threads.get(2), threads.get(0));
        }

        @Test
        void noneIsSentIfItRefusesOne() {
            Mailbox bob = bob(false);

            refusedAs(
                    ForbiddenException.class,
                    () -> bob.sendAll(List.of(reply(threads.get(0), "one"), reply(threads.get(1), "two"))));
        }

        @Test
        void itIsNotAskedAboutEarlierMessages() {
            List<Reply> replies = List.of(keyed(threads.get(0), "k"), keyed(threads.get(1), "l"));
            as(BOB).sendAll(replies);

            assertThat(bob(false).sendAll(replies)).extracting(Sent::status).containsOnly(Sent.Status.REPEATED);
            assertThat(asked).isEmpty();
        }

        @Test
        void aThreadIsReopenedByTheFirstAndTakesTheNext() {
            ThreadId thread = as(ANNA).send(
                            NewThread.to(BOB).text("t").rules(rules -> rules.onClosed(ClosedRule.REOPEN)))
                    .threadId();
            as(ANNA).close(thread);

            assertThat(bob(true).sendAll(List.of(reply(thread, "one"), reply(thread, "two"))))
                    .extracting(Sent::seq)
                    .containsExactly(2L, 3L);
        }
    }

    @Nested
    class InATransaction {

        @Test
        void aRefusalTakesBackAllOfTheCallAndNothingElse() {
            as(ANNA).close(threads.get(1));
            try (InFlight transaction = fixture().begin()) {
                Mailbox bob = messaging()
                        .in(transaction.hostTransaction())
                        .tenant(TENANT)
                        .as(BOB);
                bob.starThread(threads.get(0));
                assertThatExceptionOfType(ClosedException.class)
                        .isThrownBy(() -> bob.sendAll(List.of(keyed(threads.get(0), "k"), reply(threads.get(1), "t"))));
                bob.sendAll(List.of(reply(threads.get(2), "two"), reply(threads.get(0), "one")));
                transaction.commit();
            }

            assertThat(texts(threads.get(0))).containsExactly("When?", "one");
            assertThat(texts(threads.get(2))).containsExactly("When?", "two");
            assertThat(client.findKey(BOB, "k")).isEmpty();
            assertThat(client.thread(threads.get(0)).summary(BOB).mine().threadStarred())
                    .isTrue();
        }

        /** The calls have no retry here, so a deadlock would make the test fail. */
        @Test
        void sendsInAnotherOrderWaitWithoutADeadlock() throws Exception {
            List<ThreadId> backwards = new ArrayList<>(threads);
            Collections.reverse(backwards);
            CyclicBarrier round = new CyclicBarrier(2);
            Messaging messaging = messaging();
            FutureTask<Integer> one = started(() -> sendRounds(round, messaging, threads));
            FutureTask<Integer> two = started(() -> sendRounds(round, messaging, backwards));

            assertThat(one.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(3 * ROUNDS);
            assertThat(two.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(3 * ROUNDS);
            for (ThreadId thread : threads) {
                assertThat(client.thread(thread).facts().lastSeq()).isEqualTo(1 + 2 * ROUNDS);
            }
        }

        private int sendRounds(CyclicBarrier round, Messaging messaging, List<ThreadId> order) throws Exception {
            List<Reply> replies =
                    order.stream().map(thread -> reply(thread, "t")).toList();
            int sent = 0;
            for (int i = 0; i < ROUNDS; i++) {
                round.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                try (InFlight transaction = fixture().begin()) {
                    sent += messaging
                            .in(transaction.hostTransaction())
                            .tenant(TENANT)
                            .as(BOB)
                            .sendAll(replies)
                            .size();
                    transaction.commit();
                }
            }
            return sent;
        }

        private <T> FutureTask<T> started(Callable<T> work) {
            FutureTask<T> task = new FutureTask<>(work);
            Thread thread = new Thread(task, "sender");
            thread.setDaemon(true);
            thread.start();
            return task;
        }
    }
}
