package dev.postroom.benchmarks;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Mailboxes;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.sql.Connection;
import java.util.List;

/** The jobs as calls of the library, with all that it checks, on the way a host makes them. */
final class Postroom implements Contender {

    private static final UserId CALLER = UserId.of(BenchmarkScene.CALLER);
    private static final UserId STARTER = UserId.of(BenchmarkScene.STARTER);
    private static final ThreadId LONG = ThreadId.of(BenchmarkScene.LONG);

    private final String name;
    private final JdbcStorage storage;
    private final Messaging messaging;

    Postroom(JdbcStorage storage) {
        this("Postroom", storage);
    }

    Postroom(String name, JdbcStorage storage) {
        this.name = name;
        this.storage = storage;
        messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void own(Job job, int turn) {
        run(messaging, job, turn);
    }

    @Override
    public void joined(Connection transaction, Job job, int turn) {
        run(messaging.in(storage.transaction(transaction)), job, turn);
    }

    private static void run(Mailboxes mailboxes, Job job, int turn) {
        Mailbox mailbox = mailboxes.as(CALLER);
        switch (job) {
            case SEND -> mailbox.reply(ThreadId.of(BenchmarkScene.threadOf(turn)), Draft.text(BenchmarkScene.TEXT));
            case CREATE_1, CREATE_10, CREATE_1000 -> create(mailboxes.as(STARTER), job.members());
            case INBOX ->
                expect(
                        BenchmarkScene.PAGE,
                        mailbox.threads(ThreadQuery.inbox().first(BenchmarkScene.PAGE))
                                .items());
            case THREAD ->
                expect(
                        BenchmarkScene.THREAD_PAGE,
                        mailbox.messages(LONG, MessageQuery.newest().first(BenchmarkScene.THREAD_PAGE))
                                .items());
            case READ -> mailbox.markReadUpTo(Position.of(LONG, BenchmarkScene.longSeq(turn)));
            case TOTALS -> mailbox.unread();
            case STAR -> mailbox.star(MessageId.of(BenchmarkScene.longMessage(BenchmarkScene.longSeq(turn))));
        }
    }

    private static void create(Mailbox mailbox, int members) {
        List<UserId> users =
                BenchmarkScene.members(members).stream().map(UserId::of).toList();
        mailbox.send(NewThread.to(users).subject(BenchmarkScene.SUBJECT).text(BenchmarkScene.TEXT));
    }

    private static void expect(int size, List<?> items) {
        if (items.size() != size) {
            throw new IllegalStateException("a page has " + items.size() + " items instead of " + size);
        }
    }

    @Override
    public void rewind(Job job) {
        if (job == Job.READ) {
            messaging.as(CALLER).markUnreadFrom(Position.of(LONG, 1));
        } else if (job == Job.STAR) {
            messaging.as(CALLER).clearStars(LONG);
        }
    }

    @Override
    public void close() {
        messaging.close();
    }
}
