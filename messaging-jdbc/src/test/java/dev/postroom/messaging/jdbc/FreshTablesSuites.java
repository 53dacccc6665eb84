package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many rows are read of tables that the database has no statistics of, as after a start with empty tables or after a
 * restored dump: by somebody who has hidden all messages of a thread, and by one who has hidden none.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
abstract class FreshTablesSuites {

    private static final int MESSAGES = 1_000;

    /** As often as a text looks at a message; a plan that looks at all of them for each reads a million and more. */
    private static final int MOST = MESSAGES * 25;

    private RowsRead rows;
    private Mailbox hiding;
    private Mailbox reading;
    private ThreadId thread;

    /** An empty database. */
    abstract RowsRead open();

    /** The beginning of the tables' names. */
    abstract String prefix();

    /** Statements that keep statistics from being made. */
    abstract List<String> withoutStatistics();

    @BeforeAll
    void fill() {
        rows = open();
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix());
        JdbcStorage storage = JdbcStorage.open(rows.source(), options.migrate());
        Tables.execute(rows.source(), withoutStatistics());
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        Mailbox author = messaging.as(UserId.of("anna"));
        hiding = messaging.as(UserId.of("bob"));
        reading = messaging.as(UserId.of("carol"));
        Sent first = author.send(NewThread.to(UserId.of("bob"), UserId.of("carol"))
                .subject("Roof")
                .text("1"));
        thread = first.threadId();
        List<MessageId> sent = new ArrayList<>(List.of(first.messageId()));
        for (int i = 1; i < MESSAGES; i++) {
            sent.add(author.reply(thread, Draft.text("text")).messageId());
        }
        sent.forEach(hiding::deleteForMe);
        rows.take();
    }

    static Stream<MessageQuery> queries() {
        return Stream.of(
                MessageQuery.newest(),
                MessageQuery.oldest(),
                MessageQuery.around(MESSAGES / 2),
                MessageQuery.fromFirstUnread());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aPageOfMessagesReadsEachOnce(MessageQuery query) {
        assertThat(reads(() -> hiding.messages(thread, query.first(50))).items())
                .isEmpty();
        reads(() -> reading.messages(thread, query.first(50)));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void aPageOfABoxReadsEachMessageOnce(ThreadQuery query) {
        assertThat(reads(() -> hiding.threads(query)).items()).hasSizeLessThan(2);
        assertThat(reads(() -> reading.threads(query)).items()).hasSizeLessThan(2);
    }

    static Stream<ThreadQuery> boxes() {
        return Stream.of(ThreadQuery.inbox(), ThreadQuery.inbox().unread(), ThreadQuery.all(), ThreadQuery.starred());
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherCallsReadEachMessageOnce(Call call) {
        reads(() -> call.of(hiding, thread));
        reads(() -> call.of(reading, thread));
    }

    static Stream<Call> others() {
        return Stream.of(
                (mailbox, thread) -> mailbox.unread(),
                (mailbox, thread) -> mailbox.unreadExactly(),
                (mailbox, thread) -> mailbox.thread(thread),
                (mailbox, thread) -> mailbox.markReadUpTo(Position.of(thread, MESSAGES / 2)),
                (mailbox, thread) -> mailbox.markUnread(thread),
                (mailbox, thread) -> mailbox.markAllRead(),
                (mailbox, thread) -> mailbox.starThread(thread),
                (mailbox, thread) -> mailbox.unstarThread(thread));
    }

    private <T> T reads(Supplier<T> question) {
        rows.take();
        T answer = question.get();
        String plans = rows.plans();
        long read = rows.take();
        assertThat(read).as(plans).isBetween(0L, (long) MOST);
        return answer;
    }

    /** A call that reads. */
    @FunctionalInterface
    interface Call {

        Object of(Mailbox mailbox, ThreadId thread);
    }
}
