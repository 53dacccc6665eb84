package dev.postroom.examples.quickstart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.UserId;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads conversations: UTF-8, one JSON object per line, gzip or not. Strict, because what it let pass would be missing or
 * doubled later without anybody knowing why; every error names the line. Texts are not judged here: that is the
 * library's task.
 */
final class ConversationReader {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Set<String> ids = new HashSet<>();

    private ConversationReader() {}

    /**
     * Reads all conversations.
     *
     * @param name what errors call the input
     * @param input the input; not closed
     * @return the conversations in order
     * @throws IOException if it cannot be read or is not what is expected
     */
    static List<Conversation> read(String name, InputStream input) throws IOException {
        return new ConversationReader().readAll(name, input);
    }

    /** The first two bytes tell gzip, whatever the file is called. */
    private static InputStream unzipped(InputStream input) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(input);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
    }

    private List<Conversation> readAll(String name, InputStream input) throws IOException {
        List<Conversation> conversations = new ArrayList<>();
        int number = 0;
        try {
            // a decoder of its own, since a reader made from a charset replaces broken bytes without a word
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(unzipped(input), StandardCharsets.UTF_8.newDecoder()));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    conversations.add(conversation(parsed(line)));
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(name + ", after line " + number + ": not UTF-8", e);
        } catch (IOException e) {
            throw new IOException(name + ", after line " + number + ": " + e.getMessage(), e);
        } catch (InvalidException | IllegalArgumentException | DateTimeParseException e) {
            throw new IOException(name + ", line " + number + ": " + e.getMessage(), e);
        }
        if (conversations.isEmpty()) {
            throw new IOException(name + ": no conversations");
        }
        return conversations;
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private Conversation conversation(JsonNode node) {
        String id = text(node, "id");
        expect(ids.add(id), "conversation " + id + " was there before");
        List<UserId> participants = new ArrayList<>();
        for (JsonNode participant : array(node, "participants")) {
            expect(participant.isTextual(), "'participants' must be texts");
            participants.add(UserId.of(participant.textValue()));
        }
        List<Conversation.Entry> messages = new ArrayList<>();
        Set<Integer> lines = new HashSet<>();
        for (JsonNode message : array(node, "messages")) {
            JsonNode line = message.path("line");
            expect(line.isInt(), "'line' must be a whole number");
            expect(lines.add(line.intValue()), "message " + line + " was there before");
            UserId from = UserId.of(text(message, "from"));
            expect(participants.contains(from), from.id() + " writes but is not among the participants");
            messages.add(new Conversation.Entry(
                    line.intValue(), Instant.parse(text(message, "at")), from, text(message, "text")));
        }
        return new Conversation(id, participants, messages);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        expect(value.isTextual(), "'" + field + "' must be a text");
        return value.textValue();
    }

    private static JsonNode array(JsonNode node, String field) {
        JsonNode value = node.path(field);
        expect(value.isArray() && !value.isEmpty(), "'" + field + "' must be a list that is not empty");
        return value;
    }

    private static void expect(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }
}
