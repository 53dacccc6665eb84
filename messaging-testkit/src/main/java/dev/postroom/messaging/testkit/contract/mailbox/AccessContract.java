package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ErrorCode;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadStore;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests through the public API which callers are refused: strangers, other tenants, past members and members without a
 * right. It also tests reused keys, a closed thread and a closed {@code Messaging}. Each refusal has its own exception
 * type and changes nothing.
 */
public abstract class AccessContract extends MessagingContract {

    private Mailbox anna;
    private Sent first;

    /** For adapters to extend. */
    protected AccessContract() {}

    @BeforeEach
    void startConversation() {
        anna = as(ANNA);
        first = anna.send(NewThread.to(BOB).subject("s").text("t0").key("k1"));
    }

    @Nested
    class Access {

        @Test
        void aStrangerCannotTellAForeignThreadFromNone() {
            Mailbox stranger = as(DAVE);
            ThreadId none = ThreadId.of(new UUID(1, 1));
            String foreign = first.threadId().toString();
            onThread(stranger, first.threadId())
                    .forEach(call ->
                            assertThat(refusedAs(NotFoundException.class, call)).hasMessageContaining(foreign));
            onThread(stranger, none)
                    .forEach(call ->
                            assertThat(refusedAs(NotFoundException.class, call)).hasMessageContaining(none.toString()));
            onMessage(stranger, first.messageId()).forEach(call -> refusedAs(NotFoundException.class, call));
            onMessage(stranger, MessageId.of(new UUID(1, 1))).forEach(call -> refusedAs(NotFoundException.class, call));
        }

        @Test
        void theSamePersonInAnotherTenantFindsNothing() {
            Mailbox elsewhere = messaging().tenant(OTHER_TENANT).as(ANNA);
            onThread(elsewhere, first.threadId()).forEach(call -> refusedAs(NotFoundException.class, call));
            onMessage(elsewhere, first.messageId()).forEach(call -> refusedAs(NotFoundException.class, call));
            assertThat(elsewhere.threads(ThreadQuery.all()).items()).isEmpty();
            assertThat(elsewhere.unread().messages()).isZero();
            assertThat(elsewhere.markAllRead()).isZero();
        }

        @Test
        void aPastMemberMayReadButNotWrite() {
            anna.addMembers(first.threadId(), List.of(CAROL));
            as(BOB).leave(first.threadId());
            refusedAs(ForbiddenException.class, () -> as(BOB).reply(first.threadId(), Draft.text("t")));
            assertThat(as(BOB).messages(first.threadId(), MessageQuery.oldest()).items())
                    .hasSize(1);
        }

        @Test
        void membersWithoutTheRightMayNotManage() {
            Mailbox bob = as(BOB);
            refusedAs(ForbiddenException.class, () -> bob.rename(first.threadId(), "s"));
            refusedAs(ForbiddenException.class, () -> bob.close(first.threadId()));
            refusedAs(ForbiddenException.class, () -> bob.addMembers(first.threadId(), List.of(CAROL)));
            refusedAs(ForbiddenException.class, () -> bob.removeMembers(first.threadId(), List.of(ANNA)));
            refusedAs(ForbiddenException.class, () -> bob.deleteForEveryone(first.messageId()));
        }

        @Test
        void theMembersOfADirectThreadNeverChange() {
            ThreadId direct = anna.direct(BOB);
            refusedAs(ForbiddenException.class, () -> anna.leave(direct));
            refusedAs(ForbiddenException.class, () -> anna.addMembers(direct, List.of(CAROL)));
        }

        @Test
        void aClosedThreadRefusesMessages() {
            anna.close(first.threadId());
            assertThat(refusedAs(ClosedException.class, () -> as(BOB).reply(first.threadId(), Draft.text("t")))
                            .what())
                    .isEqualTo(ClosedException.What.THREAD);
        }
    }

    @Nested
    class Keys {

        @Test
        void aKeyReusedForOtherContentIsAConflict() {
            KeyConflictException refused = refusedAs(
                    KeyConflictException.class,
                    () -> anna.send(NewThread.to(BOB).subject("s").text("other").key("k1")));
            assertThat(refused.key().value()).isEqualTo("k1");
            assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
            refusedAs(
                    KeyConflictException.class,
                    () -> anna.reply(first.threadId(), Draft.text("t0").key("k1")));
        }

        @Test
        void aRepeatedKeyReturnsTheFirstResultAfterAnyLaterChange() {
            Sent reply = as(BOB).reply(first.threadId(), Draft.text("t").key("k1"));
            anna.addMembers(first.threadId(), List.of(CAROL));
            anna.removeMembers(first.threadId(), List.of(BOB));
            anna.close(first.threadId());
            Sent again = as(BOB).reply(first.threadId(), Draft.text("t").key("k1"));
            assertThat(again.status()).isEqualTo(Sent.Status.REPEATED);
            assertThat(again.position()).isEqualTo(reply.position());
            assertThat(again.messageId()).isEqualTo(reply.messageId());
            assertThat(again.createdAt()).isEqualTo(reply.createdAt());
            directory.remove(TENANT, BOB);
            assertThat(anna.send(NewThread.to(BOB).subject("s").text("t0").key("k1"))
                            .position())
                    .isEqualTo(first.position());
        }

        @Test
        void aRefusedSendUsesUpNoKey() {
            refusedAs(
                    InvalidException.class,
                    () -> anna.reply(first.threadId(), Draft.text("t").key("k2").quoting(9)));
            assertThat(anna.reply(first.threadId(), Draft.text("other").key("k2"))
                            .status())
                    .isEqualTo(Sent.Status.SENT);
        }
    }

    @Test
    void aClosedMessagingRefusesEveryCall() {
        Messaging other = builder().storage(kept(storage())).build();
        Mailbox mailbox = other.tenant(TENANT).as(ANNA);
        other.close();
        other.close();
        List<Runnable> calls = new ArrayList<>(onThread(mailbox, first.threadId()));
        calls.addAll(onMessage(mailbox, first.messageId()));
        calls.add(() -> mailbox.send(NewThread.to(BOB).text("t")));
        calls.add(() -> mailbox.direct(BOB));
        calls.add(() -> mailbox.threads(ThreadQuery.inbox()));
        calls.add(mailbox::unread);
        calls.add(mailbox::unreadExactly);
        calls.add(mailbox::markAllRead);
        calls.add(() -> other.maintenance().verify());
        for (Runnable call : calls) {
            assertThatExceptionOfType(ClosedException.class)
                    .isThrownBy(call::run)
                    .satisfies(e -> assertThat(e.what()).isEqualTo(ClosedException.What.MESSAGING));
        }
    }

    /**
     * Returns a view of the storage that ignores {@code close()}, because the contract reads the storage afterwards.
     */
    static Storage kept(Storage storage) {
        return new Storage() {
            @Override
            public ThreadStore threads() {
                return storage.threads();
            }

            @Override
            public MessageStore messages() {
                return storage.messages();
            }

            @Override
            public PositionStore positions() {
                return storage.positions();
            }

            @Override
            public StarStore stars() {
                return storage.stars();
            }

            @Override
            public BoxStore boxes() {
                return storage.boxes();
            }

            @Override
            public Inspection inspection() {
                return storage.inspection();
            }

            @Override
            public Storage joined(HostTransaction transaction) {
                return storage.joined(transaction);
            }

            @Override
            public void close() {}
        };
    }
}
