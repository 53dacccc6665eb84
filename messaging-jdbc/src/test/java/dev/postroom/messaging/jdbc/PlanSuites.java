package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Directory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How many rows are read for somebody with 300,000 threads, 10,000 of them unread, and in a thread of 200,000 messages.
 * Bad plans show only at such sizes. Rows, not times: they are the same on every machine.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
abstract class PlanSuites {

    private static final int THREADS = 300_000;
    private static final int READ_OF_EACH_UNREAD = 30;
    private static final int UNREAD = THREADS / READ_OF_EACH_UNREAD + 1;
    private static final int MESSAGES = 200_000;
    private static final int PAGE = 20;
    private static final ThreadId LONG = ThreadId.of(UUID.fromString("00000000-0000-7000-9000-000000000000"));

    /** A different one for each number. */
    private static final String NUMBERED = "concat('00000000-0000-7000-8000-', lpad(cast(x as varchar(12)), 12, '0'))";

    /** For each thread of a page: its member row, the thread, the last message, stars; as often as a text looks. */
    private static final int PER_THREAD = 10;

    /** For each change of one's own state: the member row, the thread, the message and one's own last one before it. */
    private static final int PER_CHANGE = 20;

    /** For each message that is sent: the thread, its members' rows, the message; as often as the texts look. */
    private static final int PER_SEND = 100;

    private RowsRead rows;
    private JdbcStorage storage;
    private Mailbox anna;
    private Mailbox bob;

    /** An empty database. */
    abstract RowsRead open();

    /** The beginning of the tables' names. */
    String prefix() {
        return "postroom_";
    }

    /** A table with a column {@code x} that counts. */
    abstract String range(int from, int to);

    /** A new UUID. */
    abstract String randomId();

    /** Statements by which the database learns how much there is of everything. */
    abstract List<String> analyze();

    /** How many rows may be read for one that is wanted: some databases count steps that others do not. */
    int slack() {
        return 1;
    }

    @BeforeAll
    void fill() throws SQLException {
        rows = open();
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix());
        JdbcStorage.open(rows.source(), options.migrate());
        try (Connection connection = rows.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(threads(NUMBERED, "x", 1, THREADS));
            statement.execute(members("u:bob", 1, 0));
            statement.execute(members("u:anna", 0, 1));
            statement.execute(messages(NUMBERED, "1", THREADS));
            statement.execute(threads("'" + LONG + "'", "5", MESSAGES, 1));
            statement.execute(longMembers());
            statement.execute(messages("'" + LONG + "'", "x", MESSAGES));
            statement.execute("insert into " + prefix() + "star (tenant, party, thread_id, seq, visibility)"
                    + " select tenant, party, thread_id, 1, 1 from " + prefix() + "member"
                    + " where party = 'u:anna' and mod(activity_at, 30000) = 0");
            // Stars of others, or there would be so few that no index is worth a look.
            statement.execute("insert into " + prefix() + "star (tenant, party, thread_id, seq, visibility)"
                    + " select tenant, party, thread_id, 1, 1 from " + prefix() + "member"
                    + " where party = 'u:bob' and mod(activity_at, 30) = 0");
            for (String text : analyze()) {
                statement.execute(text);
            }
        }
        storage = JdbcStorage.open(rows.source(), options);
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        anna = messaging.as(UserId.of("anna"));
        bob = messaging.as(UserId.of("bob"));
        rows.take();
    }

    @ParameterizedTest
    @EnumSource(names = {"INBOX", "ALL"})
    void theFirstPageAndLaterOnesReadNoMoreThanThePage(Box box) {
        int branches = box == Box.ALL ? 4 : 1;
        ThreadQuery query = ThreadQuery.of(box).first(PAGE);
        Page<ThreadSummary> page = reading((long) branches * PAGE * PER_THREAD, () -> anna.threads(query));
        assertThat(page.items()).hasSize(PAGE);
        for (int i = 0; i < 3; i++) {
            Page<ThreadSummary> before = page;
            page = reading(
                    (long) branches * PAGE * PER_THREAD,
                    () -> anna.threads(query.after(before.next().orElseThrow())));
            assertThat(page.items()).hasSize(PAGE);
        }
    }

    @Test
    void theUnreadPageReadsNoMoreThanThePage() {
        Page<ThreadSummary> page = reading(
                PAGE * PER_THREAD,
                () -> anna.threads(ThreadQuery.inbox().unread().first(PAGE)));
        assertThat(page.items()).hasSize(PAGE).allMatch(summary -> summary.unread() > 0);
    }

    @Test
    void aWalkThroughTheMiddleOfTheInboxReadsNoMoreThanThePage() {
        ThreadQuery query = ThreadQuery.inbox().read().first(PAGE);
        Page<ThreadSummary> first = reading(PAGE * PER_THREAD * 2, () -> anna.threads(query));
        assertThat(first.items()).hasSize(PAGE);
    }

    @Test
    void emptyBoxesReadNothing() {
        assertThat(reading(PAGE, () -> anna.threads(ThreadQuery.archived().first(PAGE)))
                        .items())
                .isEmpty();
        assertThat(reading(PAGE, () -> anna.threads(ThreadQuery.sent().first(PAGE)))
                        .items())
                .isEmpty();
    }

    @Test
    void theStarredBoxReadsTheStarsOnly() {
        assertThat(reading(
                                PAGE * PER_THREAD * 2,
                                () -> anna.threads(ThreadQuery.starred().first(PAGE)))
                        .items())
                .hasSize(THREADS / 30_000);
    }

    @Test
    void unreadTotalsReadTheUnreadThreadsUpToTheCap() {
        assertThat(reading(1_001 * 5, anna::unread).threads()).isEqualTo(1_000);
        assertThat(reading(UNREAD * 5, anna::unreadExactly).threads()).isEqualTo(UNREAD);
    }

    @Test
    void aPageOfALongThreadReadsNoMoreThanThePage() {
        assertPagesOfTheLongThreadReadNoMoreThanThemselves();
    }

    void assertPagesOfTheLongThreadReadNoMoreThanThemselves() {
        for (MessageQuery from : List.of(
                MessageQuery.newest(),
                MessageQuery.oldest(),
                MessageQuery.below(MESSAGES / 2),
                MessageQuery.above(MESSAGES / 2),
                MessageQuery.around(MESSAGES / 2),
                MessageQuery.fromFirstUnread())) {
            MessageQuery query = from.first(50);
            Page<MessageView> page = reading(50 * 2 + PER_THREAD, () -> anna.messages(LONG, query));
            assertThat(page.items()).hasSize(50);
            Cursor next = page.next().orElseThrow();
            assertThat(reading(50 * 2 + PER_THREAD, () -> anna.messages(LONG, query.after(next)))
                            .items())
                    .hasSize(50);
        }
    }

    @Test
    void theLatestMessagesOfThreadsAreReadWithoutThoseBeforeThem() {
        Caller by = Caller.self(TenantId.DEFAULT, UserId.of("anna"));
        List<ThreadId> threads = new ArrayList<>(List.of(LONG));
        anna.threads(ThreadQuery.inbox().first(PAGE)).items().forEach(summary -> threads.add(summary.threadId()));
        rows.take();
        Map<ThreadId, List<MessageView>> latest =
                reading(PER_THREAD * (PAGE + 1L), () -> storage.messages().latest(by, threads, 5));
        assertThat(latest).hasSize(PAGE + 1);
        assertThat(latest.get(LONG)).hasSize(5);
    }

    @Test
    void recipientsAndMembersAreReadWithoutOtherThreads() {
        MessageId first = first();
        rows.take();
        assertThat(reading(PER_CHANGE, () -> anna.recipients(first))).hasSize(1);
        assertThat(reading(PER_CHANGE, () -> anna.members(LONG))).hasSize(2);
    }

    private MessageId first() {
        return anna.messages(LONG, MessageQuery.oldest().first(1))
                .items()
                .get(0)
                .id();
    }

    @Test
    void markingReadAndUnreadDoesNotLookAtTheBacklog() {
        Position last = anna.thread(LONG).position();
        assertThat(reading(PER_CHANGE, () -> anna.markReadUpTo(last))).isTrue();
        assertThat(reading(PER_THREAD, () -> anna.thread(LONG)).unread()).isZero();
        assertThat(reading(PER_CHANGE, () -> anna.markUnreadFrom(Position.of(LONG, 2))))
                .isTrue();
        assertThat(reading(PER_THREAD, () -> anna.thread(LONG)).unread()).isEqualTo(last.seq() - 1);
        assertThat(reading(PER_CHANGE, () -> anna.markUnread(LONG))).isTrue();
    }

    @Test
    void markingReadAndUnreadDoesNotLookAtOnesOwnBacklog() {
        Position last = bob.thread(LONG).position();
        assertThat(reading(PER_CHANGE, () -> bob.markReadUpTo(last))).isTrue();
        assertThat(reading(PER_CHANGE, () -> bob.markUnreadFrom(Position.of(LONG, 2))))
                .isTrue();
        assertThat(reading(PER_CHANGE, () -> bob.markUnread(LONG))).isTrue();
    }

    @Test
    void archivingDoesNotLookAtTheBacklog() {
        Position last = anna.thread(LONG).position();
        assertThat(reading(PER_CHANGE, () -> anna.archive(last))).isTrue();
        assertThat(reading(PER_CHANGE, () -> anna.unarchive(LONG))).isTrue();
    }

    @Test
    void starsDoNotLookAtTheBacklog() {
        MessageId first = first();
        assertThat(reading(PER_CHANGE, () -> anna.star(first))).isTrue();
        assertThat(reading(PER_CHANGE, () -> anna.unstar(first))).isTrue();
        assertThat(reading(PER_CHANGE, () -> anna.starThread(LONG))).isTrue();
        assertThat(reading(PER_CHANGE, () -> anna.unstarThread(LONG))).isTrue();
    }

    @Test
    void aSendLooksNeitherAtTheBacklogNorAtOtherThreads() {
        Sent first = reading(PER_SEND, () -> bob.reply(LONG, Draft.text("text")));
        Draft keyed = Draft.text("text").key("key").seen(MESSAGES / 2);
        assertThat(reading(PER_SEND, () -> bob.reply(LONG, keyed)).seq()).isEqualTo(first.seq() + 1);
        assertThat(reading(PER_SEND, () -> bob.reply(LONG, keyed)).status()).isEqualTo(Sent.Status.REPEATED);
    }

    private <T> T reading(long most, Supplier<T> question) {
        rows.take();
        T answer = question.get();
        String plans = rows.plans();
        assertThat(rows.take()).as(plans).isBetween(0L, most * slack());
        return answer;
    }

    private String threads(String id, String at, int lastSeq, int count) {
        return """
                insert into %5$sthread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at,
                  last_seq, last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq,
                  member_count, revision, on_closed, reply_reads, unanswered, revive_history, min_members)
                select 'default', cast(%1$s as uuid), 2, 'subject', 'u:bob', 0, %2$s, 1000000 + %2$s,
                  %3$s, null, %3$s, %3$s, 0, %3$s, %3$s, 0, 2, 1, 1, 1, false, false, 1
                from %4$s
                """.formatted(id, at, lastSeq, range(1, count), prefix());
    }

    private String members(String party, int own, int newest) {
        return """
                insert into %7$smember (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq,
                  receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq,
                  last_hidden_seq, activity_seq, activity_at)
                select 'default', cast(%6$s as uuid), '%1$s', 7, true, 0, 0,
                  case when mod(x, %4$s) = 0 then 0 else %3$s end, 0,
                  case when mod(x, %4$s) = 0 then 0 else %3$s end, 0, %2$s, 0, %2$s,
                  case when %2$s > 0 then 1000000 + x end, %3$s, 0, 0, 0, 1, 1000000 + x
                from %5$s
                """.formatted(party, own, newest, READ_OF_EACH_UNREAD, range(1, THREADS), NUMBERED, prefix());
    }

    private String longMembers() {
        return """
                insert into %3$smember (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq,
                  receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq,
                  last_hidden_seq, activity_seq, activity_at)
                values ('default', '%1$s', 'u:anna', 7, true, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, %2$s, 0, 0, 0, %2$s, 5),
                  ('default', '%1$s', 'u:bob', 7, true, 0, 0, 0, 0, 0, 0, %2$s, 0, %2$s, 5, 0, 0, 0, 0, %2$s, 5)
                """.formatted(LONG, MESSAGES, prefix());
    }

    private String messages(String thread, String seq, int count) {
        return """
                insert into %5$smessage (tenant, thread_id, seq, id, author, kind, visibility, countable, active,
                  previewable, deleted, text, sent_at, created_at, total_all, total_notes, own_all, own_notes)
                select 'default', cast(%1$s as uuid), %2$s, %4$s, 'u:bob', 1, 1, true, true, true, false, 'text',
                  x, x, %2$s, 0, %2$s, 0
                from %3$s
                """.formatted(thread, seq, range(1, count), randomId(), prefix());
    }
}
