package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Tables that hold the same things in several sizes beside each other, so that who has little reads tables as large as who
 * has much does. What is asked for is named by its size in a full run.
 */
final class Grown implements AutoCloseable {

    /** How many threads an owner has; of each owner as many are unread. */
    static final List<Integer> THREADS = List.of(100, 1_000, 10_000, 1_000_000);

    static final int UNREAD = 100;

    /** How many messages the writer wrote in a thread, before one of the reader's. */
    static final List<Integer> MESSAGES = List.of(10, 1_000, 100_000, 1_000_000);

    /** How many members a group of the reader's has; above 20 it is large, by default. */
    static final List<Integer> MEMBERS = List.of(2, 10, 20, 50, 1_000, 10_000);

    /** In how many large groups somebody is, beside {@link #BESIDE} threads of two. */
    static final List<Integer> CROWDS = List.of(0, 10, 50);

    static final int BESIDE = 1_000;

    /** Of a large group, with the least members it can have. */
    private static final int CROWD = 21;

    /** Of each size, so that more than one row is warm. */
    private static final int GROUPS = 5;

    /** Connections that making the tables takes; all else here takes one. */
    private static final int MIGRATING = 2;

    private static final String READER = "anna";
    private static final String WRITER = "bob";
    private static final String PREFIX = "growth_";

    private final Effort effort;
    private final Fill fill;
    private final Messaging messaging;
    private final Map<Integer, List<ThreadId>> groups = new HashMap<>();

    private Grown(Effort effort, Fill fill, Messaging messaging) {
        this.effort = effort;
        this.fill = fill;
        this.messaging = messaging;
    }

    static Grown on(Site site, Effort effort) throws SQLException {
        HikariDataSource source = site.pool(MIGRATING);
        JdbcStorage storage = JdbcStorage.open(
                source, JdbcOptions.defaults().tablePrefix(PREFIX).migrate());
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        Grown grown = new Grown(effort, new Fill(site.engine(), source, PREFIX), messaging);
        grown.fill();
        return grown;
    }

    private void fill() throws SQLException {
        for (int threads : THREADS) {
            int count = effort.size(threads);
            int ofEachUnread = count / Math.min(count, effort.size(UNREAD));
            fill.threads(
                    new Fill.Threads(series(THREADS, threads), ownerName(threads), WRITER, count, 1, ofEachUnread));
        }
        for (int messages : MESSAGES) {
            fill.longThread(new Fill.LongThread(series(MESSAGES, messages), READER, WRITER, effort.size(messages)));
            reader().reply(thread(messages), Draft.text(BenchmarkScene.TEXT));
        }
        fillCrowds();
        MEMBERS.forEach(members -> groups.put(members, newGroups(Math.max(2, effort.size(members)))));
        fill.analyze();
    }

    private void fillCrowds() throws SQLException {
        for (int crowds : CROWDS) {
            int count = effort.size(BESIDE);
            int ofEachUnread = count / Math.min(count, effort.size(UNREAD));
            int series = 1 + THREADS.size() + CROWDS.indexOf(crowds);
            fill.threads(new Fill.Threads(series, joinerName(crowds), WRITER, count, 1, ofEachUnread));
        }
        int most = effort.size(CROWDS.get(CROWDS.size() - 1));
        for (int i = 0; i < most; i++) {
            int number = i;
            List<UserId> members = new ArrayList<>(users(CROWD));
            CROWDS.stream()
                    .filter(crowds -> number < crowds)
                    .forEach(crowds -> members.add(UserId.of(joinerName(crowds))));
            reader().send(NewThread.to(members).text(BenchmarkScene.TEXT));
        }
    }

    private List<ThreadId> newGroups(int members) {
        List<UserId> others = users(members - 1);
        List<ThreadId> made = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            made.add(reader().send(NewThread.to(others).text(BenchmarkScene.TEXT))
                    .threadId());
        }
        return made;
    }

    private static List<UserId> users(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> UserId.of("user-" + i))
                .toList();
    }

    /** Who is in so many large groups. */
    Mailbox joiner(int crowds) {
        return messaging.as(UserId.of(joinerName(crowds)));
    }

    /** Who has so many threads. */
    Mailbox owner(int threads) {
        return messaging.as(UserId.of(ownerName(threads)));
    }

    /** Who has the threads and groups of several sizes. */
    Mailbox reader() {
        return messaging.as(UserId.of(READER));
    }

    ThreadId thread(int messages) {
        return ThreadId.of(BenchmarkScene.longThread(series(MESSAGES, messages)));
    }

    /** One of the groups, each turn another one. */
    ThreadId group(int members, int turn) {
        List<ThreadId> made = Objects.requireNonNull(groups.get(members));
        return made.get(turn % made.size());
    }

    private static String joinerName(int crowds) {
        return "joiner-" + crowds;
    }

    private static String ownerName(int threads) {
        return "owner-" + series(THREADS, threads);
    }

    /** From 1: 0 is the scene's. */
    private static int series(List<Integer> sizes, int size) {
        return 1 + sizes.indexOf(size);
    }

    /** Takes the tables away. */
    @Override
    public void close() throws SQLException {
        messaging.close();
        fill.drop();
    }
}
