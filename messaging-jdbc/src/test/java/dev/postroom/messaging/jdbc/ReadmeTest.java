package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.testkit.FakeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first lines a reader of the README sees, compiled, run, and compared with what stands there. */
class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/dev/postroom/messaging/jdbc/ReadmeTest.java");
    private static final Path README = Path.of("../README.md");

    @TempDir
    private Path folder;

    @Test
    void theExampleDoesWhatItSays() {
        Path path = folder.resolve("messages");
        Party bob = UserId.of("bob");
        Party carol = UserId.of("carol");
        FakeDirectory people = new FakeDirectory();
        people.add(UserId.of("anna"), bob, carol);
        Directory directory = people;
        // README from here
        Messaging messaging = Messaging.builder()
                .storage(JdbcStorage.embedded(path))
                .directory(directory)
                .build();

        Mailbox anna = messaging.as(UserId.of("anna"));
        Sent first = anna.send(NewThread.to(bob, carol).subject("Roof").text("When can you come?"));
        messaging.as(bob).reply(first.threadId(), Draft.text("Tomorrow at 9").key("phone-7f3a"));

        Page<ThreadSummary> inbox = anna.threads(ThreadQuery.inbox().unread().first(20));
        inbox.items().forEach(summary -> anna.markReadUpTo(summary.position()));
        anna.star(first.messageId());
        UnreadTotals badge = anna.unread();
        // README to here
        assertThat(inbox.items()).singleElement().satisfies(summary -> {
            assertThat(summary.subject()).isEqualTo("Roof");
            assertThat(summary.unread()).isEqualTo(1);
            assertThat(summary.last().orElseThrow().preview()).isEqualTo("Tomorrow at 9");
        });
        assertThat(badge).isEqualTo(new UnreadTotals(0, 0, true));
        assertThat(anna.threads(ThreadQuery.starred()).items()).hasSize(1);
        assertThat(messaging.as(carol).unread()).isEqualTo(new UnreadTotals(1, 2, true));
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
        messaging.close();
    }

    @Test
    void theExampleOfTheHostsTransactionDoesWhatItSays() throws SQLException {
        JdbcConnectionPool dataSource = H2Fixture.pool();
        HostOrders bookings = new HostOrders(dataSource);
        Directory directory = Directory.everyone();
        Party bob = UserId.of("bob");
        String booking = "42";
        JdbcStorage.migrate(dataSource);
        // README transaction from here
        JdbcStorage storage = JdbcStorage.open(dataSource);
        Messaging messaging =
                Messaging.builder().storage(storage).directory(directory).build();
        ThreadId thread = messaging.as(UserId.of("anna")).direct(bob);

        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            confirm(connection, booking);
            messaging
                    .in(storage.transaction(connection))
                    .as(bob)
                    .reply(thread, Draft.text("Confirmed").key("booking-" + booking));
            connection.commit();
        }
        // README transaction to here
        assertThat(bookings.names()).containsExactly(booking);
        assertThat(messaging.as(UserId.of("anna")).unread()).isEqualTo(new UnreadTotals(1, 1, true));
        dataSource.dispose();
    }

    private static void confirm(Connection connection, String booking) {
        HostOrders.write(connection, booking);
    }

    @Test
    void theReadmeShowsExactlyTheseExamples() throws IOException {
        assertThat(normalized(between(README, "# Postroom", "```java", "```")))
                .isEqualTo(normalized(between(SOURCE, "", "// README from here", "// README to here")));
        assertThat(normalized(between(README, "## In your transaction", "```java", "```")))
                .isEqualTo(normalized(
                        between(SOURCE, "", "// README transaction from here", "// README transaction to here")));
    }

    private static List<String> between(Path file, String after, String from, String to) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.dropWhile(line -> !line.strip().equals(after))
                    .dropWhile(line -> !line.strip().equals(from))
                    .skip(1)
                    .takeWhile(line -> !line.strip().equals(to))
                    .toList();
        }
    }

    private static String normalized(List<String> lines) {
        return String.join("\n", lines.stream().map(String::strip).toList());
    }
}
