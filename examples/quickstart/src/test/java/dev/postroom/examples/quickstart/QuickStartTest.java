package dev.postroom.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quick start as a whole, on a database in a folder of the test's own. */
class QuickStartTest {

    private static final String TWO_EMPTY = """
        {"id": "roof-1", "participants": ["anna", "bob"], "messages": [\
        {"line": 1, "at": "2026-01-01T10:00:00Z", "from": "bob", "text": " "}, \
        {"line": 2, "at": "2026-01-01T10:00:00Z", "from": "anna", "text": "When can you come?"}, \
        {"line": 3, "at": "2026-01-01T10:00:00Z", "from": "bob", "text": ""}, \
        {"line": 4, "at": "2026-01-01T09:59:00Z", "from": "bob", "text": "Tomorrow at 9"}]}
        """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final QuickStart quickStart = new QuickStart(new PrintStream(printed, true, StandardCharsets.UTF_8), false);

    @TempDir
    Path folder;

    @Test
    void secondRunAddsNothing() throws Exception {
        Result first = quickStart.runSample(this::home);
        assertEquals(0, first.exitCode(), printed());
        assertEquals(60, first.totals().threads());
        assertEquals(601, first.totals().sent());
        assertEquals(0, first.totals().repeated());
        assertEquals(0, first.totals().refused());
        assertTrue(first.totals().stars() > 0 && first.totals().reads() > 0);
        assertTrue(printed().contains("all 601 messages found, in order, once"), printed());

        printed.reset();
        Result second = quickStart.runSample(this::home);
        assertEquals(0, second.exitCode(), printed());
        assertEquals(new Totals(60, 0, 601, 0, 0, 0), second.totals());
        assertEquals(601, second.verified().messages());
        assertTrue(printed().contains("Nothing was added."), printed());
    }

    @Test
    void refusedMessagesAreNamedAndTheNextOneStartsTheThread() throws Exception {
        Path file = Files.writeString(folder.resolve("two-empty.jsonl"), TWO_EMPTY);
        Result result = quickStart.run(file, this::home);
        assertEquals(0, result.exitCode(), printed());
        assertEquals(1, result.totals().threads());
        assertEquals(2, result.totals().sent());
        assertEquals(2, result.totals().refused());
        assertTrue(printed().contains("roof-1, line 1, by bob: text must not be blank"), printed());
        assertTrue(printed().contains("roof-1, line 3, by bob: text must not be blank"), printed());
    }

    @Test
    void whatIsNotOfTheInputIsFound() throws Exception {
        Path file = Files.writeString(folder.resolve("two-empty.jsonl"), TWO_EMPTY);
        quickStart.run(file, this::home);
        try (Messaging messaging = Messaging.builder()
                .storage(JdbcStorage.embedded(folder.resolve("data/two-empty")))
                .directory(Directory.everyone())
                .build()) {
            Mailbox anna = messaging.as(UserId.of("anna"));
            anna.reply(anna.threads(ThreadQuery.inbox()).items().get(0).threadId(), Draft.text("One more"));
        }
        Result result = quickStart.run(file, this::home);
        assertEquals(1, result.exitCode(), printed());
        assertTrue(printed().contains("roof-1: 2 messages expected, 3 found"), printed());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Home home(String input) {
        return Home.file(folder.resolve("data"), input);
    }
}
