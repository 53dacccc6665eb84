package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
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

    private static String compared(Site site, HikariDataSource pool, String where, Effort effort) throws SQLException {
        JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().tablePrefix(Tables.LIBRARY));
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Postroom(storage));
        contenders.add(ByHand.on(site.engine(), pool, Tables.BY_HAND));
        Table table = new Table(
                "job, " + where,
                "own: by hand µs",
                "Postroom µs",
                "times",
                "joined: by hand µs",
                "Postroom µs",
                "times");
        for (Job job : Job.values()) {
            Contest.Outcome own = own(contenders, job, effort);
            Contest.Outcome joined = joined(contenders, pool, job, effort);
            table.row(
                    job.title(),
                    micros(own.median(1)),
                    micros(own.median(0)),
                    own.ratioText(0, 1),
                    micros(joined.median(1)),
                    micros(joined.median(0)),
                    joined.ratioText(0, 1));
            System.err.printf(
                    "%s, %s: own %s, joined %s%n", where, job.title(), own.ratioText(0, 1), joined.ratioText(0, 1));
        }
        contenders.forEach(Contender::close);
        return "\n" + table;
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
