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
 * Limits the number of rows that the database reads while it has no statistics, for example after a start with empty tables
 * or after a dump was restored. One reader has hidden all messages of a thread; the other reader has hidden none.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
abstract class FreshTablesSuites {

    private static final int MESSAGES = 1_000;

    /** A good plan reads each message a few times. A bad plan reads all messages for each message: a million and more. */
    private static final int MOST = MESSAGES * 25;

    private final String prefix;
    private final String tableOption;
    private RowsRead rows;
    private Mailbox hiding;
    private Mailbox reading;
    private ThreadId thread;

    /**
     * Creates the suite.
     *
     * @param prefix the prefix of the table names
     * @param tableOption an option for {@code alter table} that stops automatic statistics; empty if none is needed
     */
    FreshTablesSuites(String prefix, String tableOption) {
        this.prefix = prefix;
        this.tableOption = tableOption;
    }

    /** Opens an empty database. */
    abstract RowsRead open();

    @BeforeAll
    void fill() {
        rows = open();
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix);
        JdbcStorage storage = JdbcStorage.open(rows.source(), options.migrate());
        if (!tableOption.isEmpty()) {
            Tables.execute(
                    rows.source(),
                    Tables.OF_DOMAIN.stream()
                            .map(table -> "alter table " + prefix + table + " " + tableOption)
                            .toList());
        }
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
