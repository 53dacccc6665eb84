package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fills the tables of {@link JpaModel} with the {@link BenchmarkScene}, and tells the ids by the numbers there. */
final class JpaFill {

    static final long LONG = BenchmarkScene.THREADS + 1L;

    private static final long FIRST_LONG_MESSAGE = 1_000_000;
    private static final int SECONDS_APART = 60;

    private final DatabaseEngine engine;
    private final HikariDataSource source;

    JpaFill(DatabaseEngine engine, HikariDataSource source) {
        this.engine = engine;
        this.source = source;
    }

    static long threadOf(int turn) {
        return 1L + turn % BenchmarkScene.THREADS;
    }

    static long longMessage(int turn) {
        return FIRST_LONG_MESSAGE + BenchmarkScene.longSeq(turn);
    }

    void scene() throws SQLException {
        run("""
                insert into jpa_conversation (id, subject, created_by, created_at)
                select x, '%s', '%s', %s from %s
                """.formatted(BenchmarkScene.SUBJECT, BenchmarkScene.OTHER, at("0"), engine.range(1, (int) LONG)));
        String threads = engine.range(1, BenchmarkScene.THREADS);
        for (int seq = 1; seq <= BenchmarkScene.MESSAGES; seq++) {
            String seconds = BenchmarkScene.LONG_MESSAGES + " + " + SECONDS_APART + " * x + " + seq;
            messages("x * " + BenchmarkScene.MESSAGES + " + " + seq, "x", seconds, threads);
        }
        String seqs = engine.range(1, BenchmarkScene.LONG_MESSAGES);
        messages(FIRST_LONG_MESSAGE + " + x", Long.toString(LONG), "x", seqs);
        run("""
                update jpa_conversation set last_message_id = case when id = %s then %s else (id + 1) * %s end
                """.formatted(LONG, FIRST_LONG_MESSAGE + BenchmarkScene.LONG_MESSAGES, BenchmarkScene.MESSAGES));
        run("""
                update jpa_conversation set
                  last_message_at = (select m.sent_at from jpa_message m where m.id = jpa_conversation.last_message_id)
                """);
        participants("2 * id", BenchmarkScene.OTHER, "last_message_at");
        String unread = "id = " + LONG + " or mod(id, " + BenchmarkScene.READ_OF_EACH_UNREAD + ") = 0";
        participants(
                "2 * id + 1",
                BenchmarkScene.CALLER,
                "case when " + unread + " then created_at else last_message_at end");
        for (String text : analyze()) {
            run(text);
        }
    }

    private void messages(String id, String conversation, String seconds, String range) throws SQLException {
        run("""
                insert into jpa_message (id, conversation_id, author, text, sent_at)
                select %s, %s, '%s', '%s', %s from %s
                """.formatted(id, conversation, BenchmarkScene.OTHER, BenchmarkScene.TEXT, at(seconds), range));
    }

    private void participants(String id, String user, String read) throws SQLException {
        run("""
                insert into jpa_participant (id, conversation_id, user_id, joined_at, last_read_at)
                select %s, id, '%s', created_at, %s from jpa_conversation
                """.formatted(id, user, read));
    }

    /** So many seconds after the scene begins. */
    private String at(String seconds) {
        String start = "timestamp '2026-01-01 00:00:00'";
        return engine == DatabaseEngine.POSTGRESQL
                ? start + " + (" + seconds + ") * interval '1 second'"
                : "timestampadd(second, " + seconds + ", " + start + ")";
    }

    private List<String> analyze() {
        return engine == DatabaseEngine.MARIADB
                ? List.of("analyze table jpa_conversation, jpa_participant, jpa_message, jpa_star")
                : engine.analyze("");
    }

    private void run(String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
