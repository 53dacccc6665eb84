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

    @Override
    public String name() {
        return "ratios";
    }

    @Override
    public String run(List<Engine> engines, Effort effort) throws Exception {
        StringBuilder text = new StringBuilder("## Beside hand-written SQL\n");
        for (Engine engine : engines) {
            try (Site site = Site.start(engine)) {
                text.append("\n### ").append(engine.title()).append('\n');
                Tables.fill(site);
                text.append(compared(site, site.pool(2), "on the same machine", effort));
                if (engine != Engine.H2) {
                    text.append(compared(site, site.slowPool(2), "half a millisecond away, each way", effort));
                }
            }
        }
        return text.toString();
    }

    private static String compared(Site site, HikariDataSource pool, String where, Effort effort)
            throws SQLException, IOException {
        JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().tablePrefix(Tables.LIBRARY));
        Jpa jpa = new Jpa(site.engine(), pool);
        jpa.fill();
        List<Contender> contenders =
                new ArrayList<>(List.of(ByHand.on(site.engine(), pool, Tables.BY_HAND), new Postroom(storage), jpa));
        Table joined = table("joined to the host's, " + where, contenders);
        for (Job job : Job.values()) {
            row(joined, job, joined(contenders, pool, job, effort));
        }
        if (site.engine() == Engine.H2) {
            contenders.add(Tables.embedded());
        }
        Table own = table("own transaction, " + where, contenders);
        for (Job job : Job.values()) {
            row(own, job, own(contenders, job, effort));
        }
        contenders.forEach(Contender::close);
        return "\n" + own + "\n" + joined;
    }

    private static Table table(String where, List<Contender> contenders) {
        List<String> heads = new ArrayList<>(List.of(where));
        for (Contender contender : contenders) {
            heads.add(contender.name() + ", µs");
            if (heads.size() > 2) {
                heads.add("times by hand");
            }
        }
        return new Table(heads.toArray(String[]::new));
    }

    private static void row(Table table, Job job, Contest.Outcome outcome) {
        List<String> cells = new ArrayList<>(List.of(job.title(), micros(outcome.median(0))));
        for (int i = 1; i < outcome.size(); i++) {
            cells.add(micros(outcome.median(i)));
            cells.add(outcome.ratioText(i, 0));
        }
        System.err.println(cells);
        table.row(cells.toArray(String[]::new));
    }

    private static Contest.Outcome own(List<Contender> contenders, Job job, Effort effort) throws SQLException {
        return contest(contenders, job, effort, (contender, turn) -> contender.own(job, turn));
    }

    /** Each job in a transaction of the host's, which writes a row of its own. */
    private static Contest.Outcome joined(List<Contender> contenders, HikariDataSource pool, Job job, Effort effort)
            throws SQLException {
        return contest(contenders, job, effort, (contender, turn) -> join(contender, pool, job, turn));
    }

    private static Contest.Outcome contest(List<Contender> contenders, Job job, Effort effort, Turn turn)
            throws SQLException {
        List<Contest.Operation> operations = new ArrayList<>();
        for (Contender contender : contenders) {
            contender.rewind(job);
            if (job == Job.TOTALS) {
                // The long thread is read then, so that nobody counts its messages one by one.
                contender.own(Job.READ, Scene.LONG_MESSAGES - 1);
            }
            operations.add(new Contest.Operation() {
                @Override
                public void prepare(int count) throws SQLException {
                    if (count > 0 && count % Scene.LONG_MESSAGES == 0) {
                        contender.rewind(job);
                    }
                }

                @Override
                public void run(int count) throws SQLException {
                    turn.run(contender, count % Scene.LONG_MESSAGES);
                }
            });
        }
        return effort.contest().run(operations);
    }

    private static void join(Contender contender, HikariDataSource pool, Job job, int turn) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into " + Tables.HOST + " (id, state) values (?, 'paid')")) {
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
