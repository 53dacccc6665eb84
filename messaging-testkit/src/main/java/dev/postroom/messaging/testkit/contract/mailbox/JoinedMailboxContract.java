package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Mailboxes;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests mailboxes inside a transaction of the host, through the public API. */
public abstract class JoinedMailboxContract extends MessagingContract {

    /** For adapters to extend. */
    protected JoinedMailboxContract() {}

    private Mailbox in(InFlight transaction, Party party) {
        return messaging().in(transaction.hostTransaction()).tenant(TENANT).as(party);
    }

    private List<String> texts(ThreadId thread) {
        return as(ANNA).messages(thread, MessageQuery.oldest()).items().stream()
                .map(MessageView::text)
                .toList();
    }

    private Sent started() {
        return as(ANNA).send(NewThread.to(BOB, CAROL).subject("Roof").text("When?"));
    }

    @Test
    void aReplyIsThereAfterTheHostsCommit() {
        ThreadId thread = started().threadId();
        try (InFlight transaction = fixture().begin()) {
            Sent sent = in(transaction, BOB).reply(thread, Draft.text("Tomorrow"));
            assertThat(sent.seq()).isEqualTo(2);
            assertThat(in(transaction, ANNA).unread()).isEqualTo(new UnreadTotals(1, 1, true));
            transaction.commit();
        }

        assertThat(texts(thread)).containsExactly("When?", "Tomorrow");
    }

    @Test
    void nothingIsThereAfterTheHostsRollback() {
        ThreadId thread = started().threadId();
        try (InFlight transaction = fixture().begin()) {
            Mailbox bob = in(transaction, BOB);
            bob.reply(thread, Draft.text("Tomorrow").key("k"));
            bob.send(NewThread.to(CAROL).text("Is she there?"));
            bob.starThread(thread);
            transaction.rollback();
        }

        assertThat(texts(thread)).containsExactly("When?");
        assertThat(as(BOB).threads(ThreadQuery.starred()).items()).isEmpty();
        assertThat(as(CAROL).threads(ThreadQuery.all()).items()).hasSize(1);
        assertThat(as(BOB).reply(thread, Draft.text("Today").key("k")).status()).isEqualTo(Sent.Status.SENT);
    }

    @Test
    void aTransactionThatIsRunAgainRepeatsSendsWithAKey() {
        ThreadId thread = started().threadId();
        List<Sent> sent = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (InFlight transaction = fixture().begin()) {
                sent.add(in(transaction, BOB)
                        .reply(thread, Draft.text("Tomorrow").key("k")));
                transaction.commit();
            }
        }

        assertThat(sent.get(1).status()).isEqualTo(Sent.Status.REPEATED);
        assertThat(sent.get(1).messageId()).isEqualTo(sent.get(0).messageId());
        assertThat(texts(thread)).hasSize(2);
    }

    @Test
    void refusalsAreTypedAndLeaveTheTransactionAsItWas() {
        ThreadId thread = started().threadId();
        try (InFlight transaction = fixture().begin()) {
            Mailbox bob = in(transaction, BOB);
            bob.reply(thread, Draft.text("one").key("k"));
            assertThatExceptionOfType(KeyConflictException.class)
                    .isThrownBy(() -> bob.reply(thread, Draft.text("other").key("k")));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> in(transaction, EVE).reply(thread, Draft.text("t")));
            in(transaction, ANNA).close(thread);
            assertThatExceptionOfType(ClosedException.class)
                    .isThrownBy(() -> bob.reply(thread, Draft.text("two")))
                    .satisfies(e -> assertThat(e.what()).isEqualTo(ClosedException.What.THREAD));
            in(transaction, ANNA).reopen(thread);
            bob.reply(thread, Draft.text("three"));
            transaction.commit();
        }

        assertThat(texts(thread)).containsExactly("When?", "one", "three");
    }

    @Test
    void aPolicySeesTheChangesOfTheTransaction() {
        List<String> subjects = new ArrayList<>();
        AccessPolicy policy = request -> {
            request.thread().ifPresent(seen -> subjects.add(seen.subject()));
            return AccessPolicy.Decision.allow();
        };
        ThreadId thread = started().threadId();
        Messaging asked = builder().policy(policy).build();
        try (InFlight transaction = fixture().begin()) {
            Mailboxes inside = asked.in(transaction.hostTransaction());
            inside.tenant(TENANT).as(ANNA).rename(thread, "Cellar");
            inside.tenant(TENANT).as(BOB).reply(thread, Draft.text("Tomorrow"));
            transaction.commit();
        }

        assertThat(subjects).containsExactly("Roof", "Cellar");
    }

    @Test
    void theDefaultTenantIsTheDefaultInsideToo() {
        directory.add(ANNA, BOB);
        try (InFlight transaction = fixture().begin()) {
            Mailboxes inside = messaging().in(transaction.hostTransaction());
            ThreadId thread = inside.as(ANNA).send(NewThread.to(BOB).text("t")).threadId();
            assertThat(inside.tenant("default").as(BOB).thread(thread).unread()).isEqualTo(1);
            transaction.commit();
        }

        assertThat(messaging().as(BOB).unread()).isEqualTo(new UnreadTotals(1, 1, true));
    }

    @Test
    void nothingCanBeDoneWithItsMailboxesOnceTheTransactionHasEnded() {
        Sent first = started();
        try (InFlight transaction = fixture().begin()) {
            Mailbox bob = in(transaction, BOB);
            bob.reply(first.threadId(), Draft.text("Tomorrow"));
            transaction.commit();

            assertClosed(ClosedException.What.TRANSACTION, bob, first);
        }
    }

    @Test
    void nothingCanBeDoneInsideOnceMessagingIsClosed() {
        Sent first = started();
        Messaging other = Messaging.builder()
                .storage(AccessContract.kept(storage()))
                .directory(directory)
                .build();
        try (InFlight transaction = fixture().begin()) {
            Mailbox bob = other.in(transaction.hostTransaction()).tenant(TENANT).as(BOB);
            other.close();

            assertClosed(ClosedException.What.MESSAGING, bob, first);
            assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> other.in(transaction.hostTransaction()));
        }
    }

    private void assertClosed(ClosedException.What what, Mailbox mailbox, Sent first) {
        List<Runnable> calls = new ArrayList<>(onThread(mailbox, first.threadId()));
        calls.addAll(onMessage(mailbox, first.messageId()));
        calls.add(() -> mailbox.send(NewThread.to(CAROL).text("t")));
        calls.add(() -> mailbox.direct(CAROL));
        calls.add(() -> mailbox.threads(ThreadQuery.inbox()));
        calls.add(mailbox::unread);
        calls.add(mailbox::markAllRead);
        var before = client.everything();
        for (Runnable call : calls) {
            assertThatExceptionOfType(ClosedException.class)
                    .isThrownBy(call::run)
                    .satisfies(e -> assertThat(e.what()).isEqualTo(what));
        }
        assertThat(client.everything()).isEqualTo(before);
    }

    @Test
    void noTransactionIsNone() {
        assertInvalid("transaction", () -> messaging().in(null));
    }

    @Test
    void aViewInsideTheTransactionCannotBeClosed() {
        try (InFlight transaction = fixture().begin()) {
            assertThat(messaging().in(transaction.hostTransaction())).isNotInstanceOf(AutoCloseable.class);
        }
    }
}
