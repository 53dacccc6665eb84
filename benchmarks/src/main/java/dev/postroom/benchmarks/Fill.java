package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/** Fills tables of Postroom's with conversations by the thousand, as they would be if one party had written all of them. */
final class Fill {

    /** How many rows a statement inserts: H2 keeps all of a transaction beside the tables. */
    private static final int PART = 5_000;

    private final DatabaseEngine engine;
    private final HikariDataSource source;
    private final String prefix;

    Fill(DatabaseEngine engine, HikariDataSource source, String prefix) {
        this.engine = engine;
        this.source = source;
        this.prefix = prefix;
    }

    /**
     * Threads of two, alike but for their last activity.
     *
     * @param series whose number their ids have; see {@link BenchmarkScene#thread(int, int)}
     * @param messages of each, below a thousand
     * @param ofEachUnread one in so many the reader has not read at all, the others to the end
     */
    record Threads(int series, String reader, String writer, int count, int messages, int ofEachUnread) {}

    /**
     * One thread of two, of which the reader has read nothing.
     *
     * @param series whose number its ids have; see {@link BenchmarkScene#longThread(int)}
     */
    record LongThread(int series, String reader, String writer, int messages) {}

    /** The {@link BenchmarkScene}. */
    void scene() throws SQLException {
        threads(new Threads(
                0,
                BenchmarkScene.CALLER,
                BenchmarkScene.OTHER,
                BenchmarkScene.THREADS,
                BenchmarkScene.MESSAGES,
                BenchmarkScene.READ_OF_EACH_UNREAD));
        longThread(new LongThread(0, BenchmarkScene.CALLER, BenchmarkScene.OTHER, BenchmarkScene.LONG_MESSAGES));
        analyze();
    }

    void threads(Threads all) throws SQLException {
        for (String range : ranges(all.count())) {
            threads(all, range);
        }
    }

    private void threads(Threads all, String range) throws SQLException {
        String id = engine.id(BenchmarkScene.kind(BenchmarkScene.THREAD, all.series()), "x");
        int messages = all.messages();
        String at = "1000000 + x";
        String read = "case when mod(x, " + all.ofEachUnread() + ") = 0 then 0 else " + messages + " end";
        run(threads(id, all.writer(), at, messages, range));
        run(member(all.writer(), id, range, at, messages, messages, "0"));
        run(member(all.reader(), id, range, at, messages, 0, read));
        String kind = BenchmarkScene.kind(BenchmarkScene.MESSAGE, all.series());
        for (int seq = 1; seq <= messages; seq++) {
            run(messages(id, all.writer(), Integer.toString(seq), engine.id(kind, "x * 1000 + " + seq), range));
        }
    }

    void longThread(LongThread one) throws SQLException {
        String id = engine.id(BenchmarkScene.kind(BenchmarkScene.LONG_THREAD, one.series()), "0");
        String range = engine.range(1, 1);
        int messages = one.messages();
        run(threads(id, one.writer(), "5", messages, range));
        run(member(one.writer(), id, range, "5", messages, messages, "0"));
        run(member(one.reader(), id, range, "5", messages, 0, "0"));
        String message = engine.id(BenchmarkScene.kind(BenchmarkScene.LONG_MESSAGE, one.series()), "x");
        for (String some : ranges(messages)) {
            run(messages(id, one.writer(), "x", message, some));
        }
    }

    /** From 1 to so many, in parts. */
    private List<String> ranges(int count) {
        return IntStream.iterate(1, from -> from <= count, from -> from + PART)
                .mapToObj(from -> engine.range(from, Math.min(count, from + PART - 1)))
                .toList();
    }

    void analyze() throws SQLException {
        for (String text : engine.analyze(prefix)) {
            run(text);
        }
    }

    /** Takes the tables away again. */
    void drop() throws SQLException {
        for (String table : List.of(
                "thread", "member", "message", "deleted_message", "hidden_message", "star", "claim", "log", "schema")) {
            run("drop table " + prefix + table);
        }
    }

    private void run(String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String threads(String id, String writer, String at, int last, String range) {
        return """
                insert into %1$sthread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at,
                  last_seq, last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq,
                  member_count, revision, on_closed, reply_reads, unanswered, revive_history, min_members,
                  active_all_seq, active_internal_seq, active_all_at, before_all_seq, before_internal_seq)
                select 'default', %2$s, 2, 'subject', 'u:%6$s', 0, %3$s, %3$s,
                  %4$s, null, %4$s, %4$s, 0, %4$s, %4$s, 0, 2, 1, 1, 1, false, false, 1,
                  %4$s, %4$s, %3$s, %4$s - 1, %4$s - 1
                from %5$s
                """.formatted(prefix, id, at, last, range, writer);
    }

    private String member(String user, String id, String range, String at, int last, int own, String read) {
        return """
                insert into %1$smember (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq,
                  receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq,
                  last_hidden_seq, activity_seq, activity_at)
                select 'default', %3$s, 'u:%2$s', 7, true, 0, 0, %8$s, %8$s, %8$s, 0, %7$s, 0, %7$s,
                  case when %7$s > 0 then %5$s end, case when %7$s > 0 then 0 else %6$s end, 0, 0, 0, %6$s, %5$s
                from %4$s
                """.formatted(prefix, user, id, range, at, last, own, read);
    }

    private String messages(String thread, String writer, String seq, String id, String range) {
        return """
                insert into %1$smessage (tenant, thread_id, seq, id, author, kind, visibility, countable, active,
                  previewable, deleted, text, sent_at, created_at, total_all, total_notes, own_all, own_notes)
                select 'default', %2$s, %3$s, %4$s, 'u:%7$s', 1, 1, true, true, true, false, '%5$s',
                  %3$s, %3$s, %3$s, 0, %3$s, 0
                from %6$s
                """.formatted(prefix, thread, seq, id, BenchmarkScene.TEXT, range, writer);
    }
}
