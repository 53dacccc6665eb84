package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How long each job takes beside the least hand-written SQL. */
final class Ratios implements Suite {

    private static final String NOTES = """
            ## Beside hand-written SQL

            Microseconds are medians. "Times by hand" is how many times as long it took as the least hand-written SQL with the
            same effect, in the same round: the median of the rounds, and what half of them lie between. A call joined to the
            host's transaction is timed with the row that the host writes itself, and its commit. All run on a pool that
            gives connections with autocommit on. Jobs are timed in the order of the table, on the same tables, which grow.
            """;

    @Override
    public String name() {
        return "ratios";
    }

    @Override
    public String run(List<DatabaseEngine> engines, Effort effort) throws Exception {
        StringBuilder text = new StringBuilder(NOTES);
        for (DatabaseEngine engine : engines) {
            try (Site site = Site.start(engine)) {
                text.append("\n### ").append(engine.title()).append("\n\n").append(Machine.versions(site.pool(1)));
                text.append(compared(site, site.pool(2), effort));
                if (engine != DatabaseEngine.H2) {
                    text.append(compared(site, site.slowPool(2), effort));
                }
            }
        }
        return text.toString();
    }

    private static String compared(Site site, HikariDataSource pool, Effort effort) throws SQLException, IOException {
        BenchmarkTables.fill(site);
        JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().tablePrefix(BenchmarkTables.LIBRARY));
        Jpa jpa = new Jpa(site.engine(), pool);
        jpa.fill();
        List<Contender> joining =
                List.of(ByHand.on(site.engine(), pool, BenchmarkTables.BY_HAND), new Postroom(storage), jpa);
        List<Contender> contenders = new ArrayList<>(joining);
        if (site.engine() == DatabaseEngine.H2) {
            contenders.add(BenchmarkTables.embedded());
        }
        for (Job job : Job.values()) {
            contest(
                    contenders,
                    job,
                    effort.warmUp(site.engine() == DatabaseEngine.H2 ? 5 : 1),
                    (contender, turn) -> contender.own(job, turn));
        }
        for (Contender contender : contenders) {
            contender.rewind(Job.READ);
            contender.rewind(Job.STAR);
        }
        // Tables that were empty when the server last looked would be read as if they still were.
        BenchmarkTables.analyze(site.engine(), pool);
        String where = "a question takes %.2f ms".formatted(Machine.millis(pool));
        MarkdownTable own = table("own transaction, " + where, contenders);
        MarkdownTable joined = table("joined to the host's, " + where, joining);
        for (Job job : Job.values()) {
            row(own, job, own(contenders, job, effort));
            row(joined, job, joined(joining, pool, job, effort));
        }
        contenders.forEach(Contender::close);
        return "\n" + own + "\n" + joined;
    }

    private static MarkdownTable table(String where, List<Contender> contenders) {
        List<String> heads = new ArrayList<>(List.of(where));
        for (Contender contender : contenders) {
            heads.add(contender.name() + ", µs");
            if (heads.size() > 2) {
                heads.add("times by hand");
            }
        }
        return new MarkdownTable(heads.toArray(String[]::new));
    }

    private static void row(MarkdownTable table, Job job, Contest.Outcome outcome) {
        List<String> cells = new ArrayList<>(List.of(job.title(), micros(outcome.median(0))));
        for (int i = 1; i < outcome.size(); i++) {
            cells.add(micros(outcome.median(i)));
            cells.add(outcome.ratioText(i, 0));
        }
        System.err.println(cells);
        table.row(cells.toArray(String[]::new));
    }

    private static Contest.Outcome own(List<Contender> contenders, Job job, Effort effort) throws SQLException {
        return contest(contenders, job, effort.contest(), (contender, turn) -> contender.own(job, turn));
    }

    /** Each job in a transaction of the host's, which writes a row of its own. */
    private static Contest.Outcome joined(List<Contender> contenders, HikariDataSource pool, Job job, Effort effort)
            throws SQLException {
        return contest(contenders, job, effort.contest(), (contender, turn) -> join(contender, pool, job, turn));
    }

    private static Contest.Outcome contest(List<Contender> contenders, Job job, Contest contest, Turn turn)
            throws SQLException {
        List<Contest.Operation> operations = new ArrayList<>();
        for (Contender contender : contenders) {
            contender.rewind(job);
            if (job == Job.TOTALS) {
                // The long thread is read then, so that nobody counts its messages one by one.
                contender.own(Job.READ, BenchmarkScene.LONG_MESSAGES - 1);
            }
            operations.add(new Contest.Operation() {
                @Override
                public void prepare(int count) throws SQLException {
                    if (count > 0 && count % BenchmarkScene.LONG_MESSAGES == 0) {
                        contender.rewind(job);
                    }
                }

                @Override
                public void run(int count) throws SQLException {
                    turn.run(contender, count % BenchmarkScene.LONG_MESSAGES);
                }
            });
        }
        return contest.run(operations);
    }

    private static void join(Contender contender, HikariDataSource pool, Job job, int turn) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into " + BenchmarkTables.HOST + " (id, state) values (?, 'paid')")) {
                statement.setString(1, ByHand.newId().toString());
                statement.executeUpdate();
            }
            contender.joined(connection, job, turn);
            connection.commit();
        }
    }

    private static String micros(double value) {
        return value < 100 ? "%.1f".formatted(value) : "%,.0f".formatted(value);
    }

    private interface Turn {

        void run(Contender contender, int number) throws SQLException;
    }
}
