package dev.postroom.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postroom.messaging.model.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the reader takes, and what it says about what it does not take. */
class ConversationReaderTest {

    private static final String GOOD = """
        {"id": "roof-repair", "participants": ["anna", "René"], "messages": \
        [{"line": 7, "at": "2026-01-01T10:00:00Z", "from": "René", "text": "Ça va? 🌾"}]}
        """;
    private static final Conversation EXPECTED = new Conversation(
            "roof-repair",
            List.of(UserId.of("anna"), UserId.of("René")),
            List.of(new Conversation.Entry(7, Instant.parse("2026-01-01T10:00:00Z"), UserId.of("René"), "Ça va? 🌾")));

    @Test
    void readsPlainLinesAndSkipsEmptyOnes() throws IOException {
        assertEquals(List.of(EXPECTED), read("\n" + GOOD + "\n"));
        assertEquals("Roof repair", EXPECTED.subject());
    }

    @Test
    void knowsGzipByItsFirstBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(EXPECTED), read(zipped.toByteArray()));
    }

    @Test
    void namesTheLineOfAnError() {
        assertSecondLineRefused("not JSON", "{\"id\":");
        assertSecondLineRefused("not JSON", "{\"id\": \"a\"} {}");
        assertSecondLineRefused("'id' must be a text", "[]");
        assertSecondLineRefused("'participants' must be a list that is not empty", "{\"id\": \"a\"}");
        assertSecondLineRefused("conversation roof-repair was there before", GOOD);
    }

    @Test
    void refusesAnAuthorWhoIsNotAParticipant() {
        String line = GOOD.replace("\"anna\", \"René\"", "\"anna\"");
        IOException thrown = assertThrows(IOException.class, () -> read(line));
        assertEquals("in, line 1: René writes but is not among the participants", thrown.getMessage());
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] latin = GOOD.getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(IOException.class, () -> read(latin));
    }

    @Test
    void refusesAnEmptyInput() {
        assertThrows(IOException.class, () -> read(""));
    }

    private static void assertSecondLineRefused(String problem, String line) {
        IOException thrown = assertThrows(IOException.class, () -> read(GOOD + line));
        assertEquals("in, line 2: " + problem, thrown.getMessage());
    }

    private static List<Conversation> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Conversation> read(byte[] bytes) throws IOException {
        return ConversationReader.read("in", new ByteArrayInputStream(bytes));
    }
}
