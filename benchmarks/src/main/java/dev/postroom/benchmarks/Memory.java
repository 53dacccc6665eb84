package dev.postroom.benchmarks;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.benchmarks.Contest.Outcome;
import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.inmemory.InMemoryStorage;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What calls take of the heap, and what the in-memory storage keeps there. */
final class Memory implements Suite {

    private static final List<Job> JOBS = List.of(Job.INBOX, Job.THREAD, Job.SEND);
    private static final int WARM_UP = 3_000;
    private static final int BATCHES = 9;
    private static final int OF_EACH_BATCH = 300;

    private static final int IN_MEMORY_MESSAGES = 1_000;

    private static final int KEPT_MESSAGES = 100_000;
    private static final int KEPT_OF_EACH_THREAD = 1_000;
    private static final int KEPT_RUNS = 3;
    private static final int COLLECTIONS = 5;

    private static final String PREFIX = "memory_";
    private static final int SERIES = 1;

    private static final ThreadMXBean JAVA_THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String run(List<DatabaseEngine> engines, Effort effort) throws Exception {
        int threads = effort.size(BenchmarkScene.THREADS);
        int longMessages = effort.size(BenchmarkScene.LONG_MESSAGES);
        MarkdownTable table = new MarkdownTable(
                Stream.concat(Stream.of("storage"), JOBS.stream().map(Job::title))
                        .toArray(String[]::new));
        try (Messaging messaging = messaging(new InMemoryStorage())) {
            measure("in memory", written(messaging, threads, effort.size(IN_MEMORY_MESSAGES))::run, effort, table);
        }
        for (DatabaseEngine engine : engines) {
            try (Site site = Site.start(engine)) {
                HikariDataSource source = site.pool(2);
                try (Messaging messaging = messaging(JdbcStorage.open(
                        source, JdbcOptions.defaults().tablePrefix(PREFIX).migrate()))) {
                    Fill fill = new Fill(engine, source, PREFIX);
                    Calls calls = filled(messaging, fill, threads, longMessages);
                    measure(engine.title(), calls::run, effort, table);
                    fill.drop();
                }
            }
        }
        return """
                ## Memory

                Bytes that the calling Java thread allocates for a call, the driver's and an embedded database's among them: the
                median of %,d batches of %,d calls each, after %,d calls, on %,d threads of %,d messages and one of %,d;
                the in-memory storage, which looks at each, has %,d there.

                %s
                %s""".formatted(
                        BATCHES,
                        effort.size(OF_EACH_BATCH),
                        effort.size(WARM_UP),
                        threads,
                        BenchmarkScene.MESSAGES,
                        longMessages,
                        effort.size(IN_MEMORY_MESSAGES),
                        table,
                        kept(effort));
    }

    private static Messaging messaging(Storage storage) {
        return Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
    }

    /** Has the scene written, message by message. */
    private static Calls written(Messaging messaging, int threads, int longMessages) {
        List<ThreadId> ids = IntStream.range(0, threads)
                .mapToObj(i -> thread(messaging, BenchmarkScene.MESSAGES))
                .toList();
        return new Calls(
                messaging.as(UserId.of(BenchmarkScene.CALLER)),
                turn -> ids.get(turn % threads),
                thread(messaging, longMessages));
    }

    private static ThreadId thread(Messaging messaging, int messages) {
        Mailbox other = messaging.as(UserId.of(BenchmarkScene.OTHER));
        ThreadId id = other.send(NewThread.to(UserId.of(BenchmarkScene.CALLER)).text(BenchmarkScene.TEXT))
                .threadId();
        for (int seq = 2; seq <= messages; seq++) {
            other.reply(id, Draft.text(BenchmarkScene.TEXT + " " + seq));
        }
        return id;
    }

    private static Calls filled(Messaging messaging, Fill fill, int threads, int longMessages) throws SQLException {
        fill.threads(new Fill.Threads(
                SERIES,
                BenchmarkScene.CALLER,
                BenchmarkScene.OTHER,
                threads,
                BenchmarkScene.MESSAGES,
                BenchmarkScene.READ_OF_EACH_UNREAD));
        fill.longThread(new Fill.LongThread(SERIES, BenchmarkScene.CALLER, BenchmarkScene.OTHER, longMessages));
        fill.analyze();
        return new Calls(
                messaging.as(UserId.of(BenchmarkScene.CALLER)),
                turn -> ThreadId.of(BenchmarkScene.thread(SERIES, 1 + turn % threads)),
                ThreadId.of(BenchmarkScene.longThread(SERIES)));
    }

    /** Adds a row. A {@link Contender} is measured with {@code contender::own}. */
    private static void measure(String title, Doing doing, Effort effort, MarkdownTable table) throws SQLException {
        List<String> cells = new ArrayList<>(List.of(title));
        for (Job job : JOBS) {
            cells.add(String.format(Locale.ROOT, "%,.0f", allocated(doing, job, effort)));
        }
        table.row(cells.toArray(String[]::new));
    }

    /** Bytes for one turn. */
    private static double allocated(Doing doing, Job job, Effort effort) throws SQLException {
        int turn = 0;
        for (int warm = effort.size(WARM_UP); turn < warm; turn++) {
            doing.run(job, turn);
        }
        int each = effort.size(OF_EACH_BATCH);
        double[] bytes = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = JAVA_THREADS.getCurrentThreadAllocatedBytes();
            for (int done = 0; done < each; done++) {
                doing.run(job, turn++);
            }
            bytes[batch] = (JAVA_THREADS.getCurrentThreadAllocatedBytes() - before) / (double) each;
        }
        return Outcome.medianOf(bytes);
    }

    private static String kept(Effort effort) {
        int messages = effort.size(KEPT_MESSAGES);
        int each = effort.size(KEPT_OF_EACH_THREAD);
        double[] bytes = new double[effort.size(KEPT_RUNS)];
        for (int run = 0; run < bytes.length; run++) {
            long before = used();
            try (Messaging messaging = messaging(new InMemoryStorage())) {
                for (int thread = 0; thread < messages / each; thread++) {
                    thread(messaging, each);
                }
                bytes[run] = used() - before;
            }
        }
        double median = Outcome.medianOf(bytes);
        return """
                In-memory storage keeps %,.1f MB of %,d messages in threads of %,d, each with a text of its own of about %d
                characters: %,.0f bytes a message. That is the used heap after full collections, with the storage less without
                it; the median of %d.
                """.formatted(
                median / (1 << 20), messages, each, BenchmarkScene.TEXT.length(), median / messages, bytes.length);
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Does a job. */
    @FunctionalInterface
    private interface Doing {

        void run(Job job, int turn) throws SQLException;
    }

    /** The jobs as calls of Postroom's. */
    private record Calls(Mailbox caller, IntFunction<ThreadId> threads, ThreadId longThread) {

        private static final ThreadQuery INBOX = ThreadQuery.inbox().first(BenchmarkScene.PAGE);
        private static final MessageQuery NEWEST = MessageQuery.newest().first(BenchmarkScene.THREAD_PAGE);
        private static final Draft DRAFT = Draft.text(BenchmarkScene.TEXT);

        void run(Job job, int turn) {
            switch (job) {
                case INBOX -> caller.threads(INBOX);
                case THREAD -> caller.messages(longThread, NEWEST);
                case SEND -> caller.reply(threads.apply(turn), DRAFT);
                default -> throw new IllegalArgumentException(job + " is not measured");
            }
        }
    }
}
