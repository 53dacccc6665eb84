package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills tables of Postroom's with conversations by the thousand, as they would be if bob had written all of them. */
final class Fill {

    private final Engine engine;
    private final HikariDataSource source;
    private final String prefix;

    Fill(Engine engine, HikariDataSource source, String prefix) {
        this.engine = engine;
        this.source = source;
        this.prefix = prefix;
    }

    /** The {@link Scene}. */
    void scene() throws SQLException {
        threads(Scene.THREADS, Scene.MESSAGES, Scene.READ_OF_EACH_UNREAD);
        longThread(Scene.LONG_MESSAGES);
        analyze();
    }

    /** Threads of anna and bob; one in so many is unread as a whole. */
    void threads(int count, int messages, int ofEachUnread) throws SQLException {
        String range = engine.range(1, count);
        String id = engine.id("8000", "x");
        run(threads(id, "1000000 + x", messages, range));
        run(member("bob", id, range, "1000000 + x", messages, messages, "0"));
        String unread = "mod(x, " + ofEachUnread + ") = 0";
        run(member(
                "anna",
                id,
                range,
                "1000000 + x",
                messages,
                0,
                "case when " + unread + " then 0 else " + messages + " end"));
        for (int seq = 1; seq <= messages; seq++) {
            run(messages(id, Integer.toString(seq), engine.id("b000", "x * 1000 + " + seq), range));
        }
    }

    /** A thread of anna and bob, all unread. */
    void longThread(int messages) throws SQLException {
        String id = engine.id("9000", "0");
        String one = engine.range(1, 1);
        run(threads(id, "5", messages, one));
        run(member("bob", id, one, "5", messages, messages, "0"));
        run(member("anna", id, one, "5", messages, 0, "0"));
        run(messages(id, "x", engine.id("a000", "x"), engine.range(1, messages)));
    }

    void analyze() throws SQLException {
        for (String text : engine.analyze(prefix)) {
            run(text);
        }
    }

    private void run(String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String threads(String id, String at, int last, String range) {
        return """
                insert into %1$sthread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at,
                  last_seq, last_id, everyone_seq, total_e, total_i, preview_e_seq, preview_i_seq, gone_seq,
                  member_count, revision, on_closed, reply_reads, unanswered, revive_history, min_members,
                  active_e_seq, active_i_seq, active_e_at, before_e_seq, before_i_seq)
                select 'default', %2$s, 2, 'subject', 'u:bob', 0, %3$s, %3$s,
                  %4$d, null, %4$d, %4$d, 0, %4$d, %4$d, 0, 2, 1, 1, 1, false, false, 1,
                  %4$d, %4$d, %3$s, %4$d - 1, %4$d - 1
                from %5$s
                """.formatted(prefix, id, at, last, range);
    }

    private String member(String user, String id, String range, String at, int last, int own, String read) {
        return """
                insert into %1$smember (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq,
                  receipt_seq, base_e, base_i, own_e, own_i, own_seq, own_at, newest_seq, deleted_seq, archived_seq,
                  mark_seq, activity_seq, activity_at)
                select 'default', %3$s, 'u:%2$s', 7, true, 0, 0, %8$s, %8$s, %8$s, 0, %7$d, 0, %7$d,
                  case when %7$d > 0 then %5$s end, case when %7$d > 0 then 0 else %6$d end, 0, 0, 0, %6$d, %5$s
                from %4$s
                """.formatted(prefix, user, id, range, at, last, own, read);
    }

    private String messages(String thread, String seq, String id, String range) {
        return """
                insert into %1$smessage (tenant, thread_id, seq, id, author, kind, visibility, countable, active,
                  previewable, deleted, text, sent_at, created_at, total_e, total_i, own_e, own_i)
                select 'default', %2$s, %3$s, %4$s, 'u:bob', 1, 1, true, true, true, false, '%5$s',
                  %3$s, %3$s, %3$s, 0, %3$s, 0
                from %6$s
                """.formatted(prefix, thread, seq, id, Scene.TEXT, range);
    }
}
