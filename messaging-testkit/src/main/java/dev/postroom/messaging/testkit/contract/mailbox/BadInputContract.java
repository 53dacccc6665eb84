package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Limits;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.ErrorCode;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.model.UnknownPartiesException;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that bad input through the public API throws an exception that names the field, and changes nothing in the
 * storage. Ids and other values that check themselves when they are made are not tested here, because they never reach a
 * storage.
 */
public abstract class BadInputContract extends MessagingContract {

    private static final String SECRET = "the roof is leaking";

    private Mailbox anna;
    private Sent first;

    /** For adapters to extend. */
    protected BadInputContract() {}

    @BeforeEach
    void startConversation() {
        anna = as(ANNA);
        first = anna.send(NewThread.to(BOB).subject(SECRET).text(SECRET).key("k1"));
    }

    @Nested
    class Texts {

        @Test
        void noTextIsRefused() {
            for (String text : new String[] {"", " ", " \n\t\u3000\u2003 "}) {
                assertInvalid("text", () -> anna.reply(first.threadId(), Draft.text(text)));
                assertInvalid("text", () -> anna.send(NewThread.to(BOB).text(text)));
            }
            assertInvalid("text", () -> Draft.text(null));
            assertInvalid("text", () -> NewThread.to(BOB).text(null));
        }

        @Test
        void aTextOverTheLimitIsTooLargeAndOneAtTheLimitIsNot() {
            int limit = Limits.DEFAULT.textLength();
            TooLargeException refused = refusedAs(
                    TooLargeException.class, () -> anna.reply(first.threadId(), Draft.text("x".repeat(limit + 1))));
            assertThat(refused.field()).isEqualTo("text");
            assertThat(refused.limit()).isEqualTo(limit);
            assertThat(refused.actual()).isEqualTo(limit + 1L);
            assertThat(anna.reply(first.threadId(), Draft.text("x".repeat(limit)))
                            .seq())
                    .isEqualTo(2);
        }

        @Test
        void aTextOfTenMegabytesIsTooLarge() {
            refusedAs(
                    TooLargeException.class,
                    () -> anna.reply(first.threadId(), Draft.text("x".repeat(10 * 1024 * 1024))));
        }

        @Test
        void loneSurrogatesAndNulCharactersAreRefused() {
            for (String text : new String[] {"a\ud800", "\udc00a", "a\ud83d b", "a\0b"}) {
                assertInvalid("text", () -> anna.reply(first.threadId(), Draft.text(text)));
                assertInvalid(
                        "subject",
                        () -> anna.send(NewThread.to(BOB).subject(text).text("t")));
                assertInvalid("subject", () -> anna.rename(first.threadId(), text));
            }
        }

        @Test
        void aSubjectOverTheLimitIsTooLarge() {
            String subject = "x".repeat(Limits.DEFAULT.subjectLength() + 1);
            assertThat(refusedAs(
                                    TooLargeException.class,
                                    () -> anna.send(
                                            NewThread.to(BOB).subject(subject).text("t")))
                            .field())
                    .isEqualTo("subject");
            refusedAs(TooLargeException.class, () -> anna.rename(first.threadId(), subject));
        }

        @Test
        void noErrorHoldsATextOrASubject() {
            List<Runnable> calls = List.of(
                    () -> anna.send(
                            NewThread.to(BOB).subject(SECRET).text(SECRET + "!").key("k1")),
                    () -> anna.reply(first.threadId(), Draft.text(SECRET + "\0")),
                    () -> anna.send(
                            NewThread.to(UserId.of("nobody")).subject(SECRET).text(SECRET)),
                    () -> as(DAVE).reply(first.threadId(), Draft.text(SECRET)));
            for (Runnable call : calls) {
                MessagingException refused = refusedAs(MessagingException.class, call);
                assertThat(refused.toString()).doesNotContain(SECRET);
            }
            assertThat(NewThread.to(BOB).subject(SECRET).text(SECRET).toString() + Draft.text(SECRET))
                    .doesNotContain(SECRET);
            assertThat(anna.thread(first.threadId()).toString()
                            + anna.threads(ThreadQuery.all())
                            + anna.message(first.messageId()))
                    .doesNotContain(SECRET);
        }
    }

    @Nested
    class People {

        @Test
        void allUnknownRecipientsAreNamed() {
            Party stranger = UserId.of("stranger");
            Party guest = GuestId.of("anna");
            UnknownPartiesException refused = refusedAs(
                    UnknownPartiesException.class,
                    () -> anna.send(NewThread.to(stranger, BOB, guest).text("t")));
            assertThat(refused.parties()).containsExactly(stranger, guest);
            assertThat(refused.field()).isEqualTo("recipients");
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
            assertThat(refusedAs(UnknownPartiesException.class, () -> anna.direct(stranger))
                            .parties())
                    .containsExactly(stranger);
            assertThat(refusedAs(
                                    UnknownPartiesException.class,
                                    () -> anna.addMembers(first.threadId(), List.of(CAROL, guest, stranger)))
                            .parties())
                    .containsExactly(guest, stranger);
        }

        @Test
        void unknownRecipientsMayBeLeftOutIfOneIsKnown() {
            Messaging lenient = builder().unknownRecipientsIgnored(true).build();
            Mailbox mailbox = lenient.tenant(TENANT).as(ANNA);
            Party stranger = UserId.of("stranger");
            Sent sent = mailbox.send(NewThread.to(stranger, BOB).text("t"));
            assertThat(mailbox.members(sent.threadId()))
                    .extracting(member -> member.party())
                    .containsExactly(ANNA, BOB);
            refusedAs(
                    UnknownPartiesException.class,
                    () -> mailbox.send(NewThread.to(stranger).text("t")));
        }

        @Test
        void nobodyAndNullAreRefused() {
            assertInvalid("recipients", () -> NewThread.to());
            assertInvalid("recipients", () -> NewThread.to(List.of()));
            assertInvalid("recipients", () -> NewThread.to(BOB, null));
            assertInvalid("recipients", () -> NewThread.to((Party[]) null));
            assertInvalid("parties", () -> anna.addMembers(first.threadId(), List.of()));
            assertInvalid("parties", () -> anna.removeMembers(first.threadId(), Arrays.asList(BOB, null)));
            assertInvalid("party", () -> messaging().as(null));
            assertInvalid("tenantId", () -> messaging().tenant((TenantId) null));
            assertInvalid("other", () -> anna.direct(null));
        }

        @Test
        void moreRecipientsThanAThreadMayHaveAreTooLarge() {
            Messaging small = builder().limits(Limits.DEFAULT.members(3)).build();
            Mailbox mailbox = small.tenant(TENANT).as(ANNA);
            assertThat(refusedAs(
                                    TooLargeException.class,
                                    () -> mailbox.send(
                                            NewThread.to(BOB, CAROL, DAVE).text("t")))
                            .field())
                    .isEqualTo("recipients");
            Sent full = mailbox.send(NewThread.to(BOB, CAROL).text("t"));
            refusedAs(TooLargeException.class, () -> mailbox.addMembers(full.threadId(), List.of(DAVE)));
        }

        @Test
        void aPartyMayWriteToItselfUnlessTheHostForbidsIt() {
            assertThat(anna.thread(anna.direct(ANNA)).thread().memberCount()).isEqualTo(1);
            Mailbox strict = builder().selfAllowed(false).build().tenant(TENANT).as(BOB);
            refusedAs(ForbiddenException.class, () -> strict.direct(BOB));
            refusedAs(
                    ForbiddenException.class,
                    () -> strict.send(NewThread.to(BOB).text("t")));
        }
    }

    @Nested
    class Places {

        @Test
        void aPositionBeyondTheLastMessageIsRefused() {
            Position beyond = Position.of(first.threadId(), 2);
            Position far = Position.of(first.threadId(), Long.MAX_VALUE);
            for (Position position : List.of(beyond, far)) {
                assertInvalid("seq", () -> anna.markReadUpTo(position));
                assertInvalid("seq", () -> anna.markUnreadFrom(position));
                assertInvalid("seq", () -> anna.archive(position));
                assertInvalid("seq", () -> anna.deleteForMe(position));
                assertInvalid(
                        "seen",
                        () -> anna.reply(first.threadId(), Draft.text("t").seen(position.seq())));
                assertInvalid(
                        "quoting",
                        () -> anna.reply(first.threadId(), Draft.text("t").quoting(position.seq())));
            }
            assertInvalid("seq", () -> anna.markUnreadFrom(Position.of(first.threadId(), 0)));
            assertInvalid("seen", () -> Draft.text("t").seen(-1));
            assertInvalid("quoting", () -> Draft.text("t").quoting(0));
        }

        @Test
        void pageSizesOutOfRangeAreRefused() {
            for (int size : new int[] {Integer.MIN_VALUE, -1, 0, 101, 10_000, Integer.MAX_VALUE}) {
                assertInvalid("size", () -> anna.threads(ThreadQuery.inbox().first(size)));
                assertInvalid(
                        "size",
                        () -> anna.messages(
                                first.threadId(), MessageQuery.newest().first(size)));
            }
            for (int page : new int[] {Integer.MIN_VALUE, 0}) {
                assertInvalid("page", () -> ThreadQuery.inbox().page(page));
            }
            assertInvalid("members", () -> anna.threads(ThreadQuery.inbox().withMembers(101)));
            assertInvalid("messages", () -> anna.threads(ThreadQuery.inbox().withMessages(101)));
            assertThat(anna.threads(ThreadQuery.all().page(Integer.MAX_VALUE).size(100))
                            .items())
                    .isEmpty();
        }

        @Test
        void aGarbledCursorAndOneOfAnotherQueryAreRefused() {
            IntStream.range(0, 3).forEach(i -> anna.send(NewThread.to(BOB).text("t")));
            Cursor threads = anna.threads(ThreadQuery.sent().first(1)).next().orElseThrow();
            IntStream.range(0, 3).forEach(i -> anna.reply(first.threadId(), Draft.text("t")));
            Cursor messages = anna.messages(
                            first.threadId(), MessageQuery.newest().first(1))
                    .next()
                    .orElseThrow();
            List<Cursor> wrong = new ArrayList<>(List.of(Cursor.of("x"), Cursor.of("A".repeat(200)), messages));
            wrong.forEach(cursor ->
                    assertInvalid("after", () -> anna.threads(ThreadQuery.sent().after(cursor))));
            assertInvalid("after", () -> anna.threads(ThreadQuery.all().after(threads)));
            assertInvalid(
                    "after", () -> anna.threads(ThreadQuery.sent().unread().after(threads)));
            assertInvalid("after", () -> as(BOB).threads(ThreadQuery.sent().after(threads)));
            assertInvalid(
                    "after",
                    () -> messaging()
                            .tenant(OTHER_TENANT)
                            .as(ANNA)
                            .threads(ThreadQuery.sent().after(threads)));
            assertInvalid(
                    "after",
                    () -> anna.messages(first.threadId(), MessageQuery.oldest().after(messages)));
            assertInvalid(
                    "after",
                    () -> anna.messages(first.threadId(), MessageQuery.newest().after(threads)));
            assertInvalid("page", () -> ThreadQuery.sent().after(threads).page(2));
        }
    }
}
