package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** How many messages a second several writers send at once, as a share of what they send with hand-written SQL. */
final class Throughput implements Suite {

    private static final String NOTES = """
            ## Several writers at once

            Messages that so many Java threads send together, each in its own conversation or all in one, in bursts of twenty
            each; the share is how many the library sends of what hand-written SQL does (the median of the rounds, and what
            half of them lie between).

            """;

    private static final List<Integer> WRITERS = List.of(1, 4, 16);

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String run(List<DatabaseEngine> engines, Effort effort) throws Exception {
        MarkdownTable table = new MarkdownTable(
                "engine", "writers", "conversations", "by hand, messages/s", "Postroom, messages/s", "share");
        for (DatabaseEngine engine : engines) {
            try (Site site = Site.start(engine)) {
                BenchmarkTables.fill(site);
                HikariDataSource pool = site.pool(WRITERS.get(WRITERS.size() - 1));
                JdbcStorage storage =
                        JdbcStorage.open(pool, JdbcOptions.defaults().tablePrefix(BenchmarkTables.LIBRARY));
                List<Contender> contenders =
                        List.of(new Postroom(storage), ByHand.on(engine, pool, BenchmarkTables.BY_HAND));
                warmUp(contenders, effort);
                for (int writers : WRITERS) {
                    row(table, engine, contenders, writers, false, effort);
                    if (writers > 1) {
                        row(table, engine, contenders, writers, true, effort);
                    }
                }
            }
        }
        return NOTES + table;
    }

    /** Before the first figure: an embedded database is compiled by the JVM as it runs, like the library. */
    private static void warmUp(List<Contender> contenders, Effort effort) throws SQLException {
        List<Contest.Operation> operations = new ArrayList<>();
        for (Contender contender : contenders) {
            operations.add(turn -> contender.own(Job.SEND, 0));
        }
        effort.warmUp(20).run(operations);
    }

    private static void row(
            MarkdownTable table,
            DatabaseEngine engine,
            List<Contender> contenders,
            int writers,
            boolean one,
            Effort effort)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        AtomicLong met = new AtomicLong();
        try {
            List<Contest.Operation> operations = new ArrayList<>();
            for (Contender contender : contenders) {
                operations.add(turn -> together(threads, writers, writer -> {
                    for (int i = 0; i < effort.burst(); i++) {
                        send(contender, one ? 0 : writer, met);
                    }
                }));
            }
            Contest.Outcome outcome = effort.contest().run(operations);
            double sent = 1e6 * writers * effort.burst();
            table.row(
                    engine.title(),
                    Integer.toString(writers),
                    one ? "one" : "one each",
                    "%,.0f".formatted(sent / outcome.median(1)),
                    "%,.0f".formatted(sent / outcome.median(0)),
                    outcome.ratioText(1, 0));
            System.err.printf("%s, %s writers, %s: %s%n", engine, writers, one, outcome.ratioText(1, 0));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void together(ExecutorService threads, int writers, Writing writing) throws SQLException {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            all.add(threads.submit(() -> {
                writing.run(writer);
                return writer;
            }));
        }
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (Exception e) {
            throw new SQLException("a writer failed", e);
        }
    }

    /** Whoever meets another transaction begins again, as every caller would. */
    private static void send(Contender contender, int conversation, AtomicLong met) throws SQLException {
        while (true) {
            try {
                contender.own(Job.SEND, conversation);
                return;
            } catch (SQLException e) {
                if (met.incrementAndGet() > 100_000) {
                    throw e;
                }
            } catch (StorageException e) {
                if (!e.retryCanHelp() || met.incrementAndGet() > 100_000) {
                    throw e;
                }
            }
        }
    }

    private interface Writing {

        void run(int writer) throws SQLException;
    }
}
