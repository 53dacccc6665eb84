package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.util.List;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many rows are read for somebody with 300 large threads among 10,000 small ones: a few for each large one. */
@Tag("slow")
class LargePlanTest {

    private static final int SMALL = 10_000;
    private static final int LARGE = 300;
    private static final int PAGE = 20;

    /** For each thread of a page: its member row, the thread, the last message, stars; as often as a text looks. */
    private static final int PER_THREAD = 10;

    /** The member row and the thread, once for finding and once for sorting it. */
    private static final int PER_LARGE = 4;

    private static JdbcConnectionPool pool;
    private static H2RowsRead rows;
    private static Mailbox anna;

    @BeforeAll
    static void fill() {
        pool = H2Fixture.pool();
        JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
        Tables.execute(
                pool,
                List.of(
                        threads(8, SMALL, false),
                        members(8, SMALL, 2),
                        messages(8, SMALL),
                        threads(9, LARGE, true),
                        members(9, LARGE, 1),
                        messages(9, LARGE),
                        "update postroom_member set large_seq = 1 where newest_seq = 1",
                        "analyze"));
        rows = new H2RowsRead(pool);
        anna = Messaging.builder()
                .storage(JdbcStorage.open(rows))
                .directory(Directory.everyone())
                .build()
                .as(UserId.of("anna"));
    }

    @AfterAll
    static void close() {
        pool.dispose();
    }

    @ParameterizedTest
    @EnumSource(names = {"INBOX", "ALL"})
    void aPageReadsItselfAndTheLargeThreads(Box box) {
        int branches = box == Box.ALL ? 5 : 2;
        int most = branches * PAGE * PER_THREAD + LARGE * PER_LARGE;
        ThreadQuery query = ThreadQuery.of(box).first(PAGE);
        Page<ThreadSummary> first = reading(most, () -> anna.threads(query));
        assertThat(first.items()).hasSize(PAGE).allMatch(summary -> summary.unread() == 1);
        Page<ThreadSummary> second =
                reading(most, () -> anna.threads(query.after(first.next().orElseThrow())));
        assertThat(second.items()).hasSize(PAGE).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void anEmptyBoxReadsTheLargeThreads() {
        assertThat(reading(
                                LARGE * PER_LARGE,
                                () -> anna.threads(ThreadQuery.archived().first(PAGE)))
                        .items())
                .isEmpty();
    }

    @Test
    void theSentBoxReadsNone() {
        assertThat(reading(PAGE, () -> anna.threads(ThreadQuery.sent().first(PAGE)))
                        .items())
                .isEmpty();
    }

    @Test
    void totalsReadTheUnreadThreads() {
        assertThat(reading(1_001 * 5 + LARGE * PER_LARGE, anna::unread).threads())
                .isEqualTo(1_000);
        assertThat(anna.unreadExactly().threads()).isEqualTo(SMALL + LARGE);
    }

    private static <T> T reading(long most, Supplier<T> question) {
        rows.take();
        T answer = question.get();
        String plans = rows.plans();
        assertThat(rows.take()).as(plans).isBetween(0L, most);
        return answer;
    }

    /** Two messages of bob's each; large ones are spread evenly among the small ones. */
    private static String threads(int kind, int count, boolean large) {
        return """
                insert into postroom_thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at,
                  last_seq, last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq,
                  member_count, revision, on_closed, reply_reads, unanswered, revive_history, min_members,
                  large, active_all_seq, active_internal_seq, active_all_at, before_all_seq, before_internal_seq)
                select 'default', %1$s, 2, 'subject', 'u:bob', 0, %2$s, %2$s, 2, null, 2, 2, 0, 2, 2, 0, 2, 1, 1, 1,
                  false, false, 1, %3$s, 2, 2, %2$s, 1, 1
                from system_range(1, %4$s)
                """.formatted(id(kind), at(count), large, count);
    }

    /** Anna has read the first message of each. */
    private static String members(int kind, int count, int newest) {
        return """
                insert into postroom_member (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq,
                  receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq,
                  last_hidden_seq, activity_seq, activity_at)
                select 'default', %s, 'u:anna', 7, true, 0, 0, 1, 0, 1, 0, 0, 0, 0, null, %3$s, 0, 0, 0, %3$s, %2$s
                from system_range(1, %4$s)
                """.formatted(id(kind), at(count), newest, count);
    }

    private static String messages(int kind, int count) {
        return """
                insert into postroom_message (tenant, thread_id, seq, id, author, kind, visibility, countable, active,
                  previewable, deleted, text, sent_at, created_at, total_all, total_notes, own_all, own_notes)
                select 'default', %s, 2, random_uuid(), 'u:bob', 1, 1, true, true, true, false, 'text', x, x, 2, 0, 2, 0
                from system_range(1, %s)
                """.formatted(id(kind), count);
    }

    private static String id(int kind) {
        return "cast('00000000-0000-7000-" + kind + "000-' || lpad(x, 12, '0') as uuid)";
    }

    private static String at(int count) {
        return "x * " + (SMALL / count * 1_000);
    }
}
