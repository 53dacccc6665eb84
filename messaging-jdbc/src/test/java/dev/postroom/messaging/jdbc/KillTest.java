package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process with SIGKILL again and again, on one database file, and looks at what is left: every
 * acknowledged message, whole, once; nothing else that is not whole. This proves durability against the death of the
 * process, not against power loss.
 *
 * <p>Left out of the build until it is shown to pass always: {@code mvn -pl messaging-jdbc -am verify
 * -Dtests.excluded=none -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false}.
 *
 * <p>{@code -Dkill.mode=plain} opens the file with H2's own settings instead, which loses acknowledged messages.
 */
@Tag("kill")
class KillTest {

    private static final int ROUNDS = 20;
    private static final int LONGEST_MILLIS = 700;
    private static final String MODE = System.getProperty("kill.mode", "durable");

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedMessageSurvivesTheKillOfTheProcess() throws Exception {
        Path file = folder.resolve("messages");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> acknowledged = new HashMap<>();
        prepare(file);
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> lines = writeAndKill(file, "round-" + round, random.nextInt(LONGEST_MILLIS));
            assertThat(lines)
                    .as("round %d of seed %d", round, seed)
                    .noneMatch(line -> line.startsWith(KilledWriter.FAILED));
            lines.forEach(line -> acknowledged.put(idOf(line), line));
            assertThat(lines)
                    .as("round %d of seed %d wrote something", round, seed)
                    .isNotEmpty();
            check(file, acknowledged, "round " + round + " of seed " + seed);
        }
    }

    /** The third column. */
    private static String idOf(String line) {
        int second = line.indexOf('\t', line.indexOf('\t') + 1);
        return line.substring(second + 1, line.indexOf('\t', second + 1));
    }

    private static void prepare(Path file) {
        JdbcStorage.embedded(file).close();
    }

    /** Answers what the process told before it died; a line it could not end is none. */
    private List<String> writeAndKill(Path file, String round, int millis) throws IOException, InterruptedException {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString(),
                        round,
                        MODE)
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (process.isAlive() && Files.size(told) == 0) {
            Thread.sleep(10);
        }
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static void check(Path file, Map<String, String> acknowledged, String when) {
        try (Messaging messaging = Messaging.builder()
                .storage(JdbcStorage.embedded(file))
                .directory(Directory.everyone())
                .build()) {
            Map<String, String> stored = stored(messaging);
            Map<String, String> lost = new HashMap<>(acknowledged);
            lost.entrySet().removeIf(entry -> entry.getValue().equals(stored.get(entry.getKey())));
            assertThat(lost)
                    .as("lost of %d acknowledged, %s", acknowledged.size(), when)
                    .isEmpty();
            VerifyReport report = messaging.maintenance().verify();
            assertThat(report.violations()).as(when).isEmpty();
            assertThat(report.messages()).as(when).isEqualTo(stored.size());
        }
    }

    /** Every stored message in the form in which the writer told of it. */
    private static Map<String, String> stored(Messaging messaging) {
        Map<String, String> found = new HashMap<>();
        for (int writer = 0; writer < KilledWriter.WRITERS; writer++) {
            Mailbox mailbox = messaging.as(UserId.of("writer-" + writer));
            ThreadQuery query = ThreadQuery.all().first(100);
            Page<ThreadSummary> page = mailbox.threads(query);
            while (true) {
                page.items().forEach(thread -> read(mailbox, thread.threadId(), found));
                Optional<Cursor> next = page.next();
                if (next.isEmpty()) {
                    break;
                }
                page = mailbox.threads(query.after(next.get()));
            }
        }
        return found;
    }

    private static void read(Mailbox mailbox, ThreadId thread, Map<String, String> found) {
        for (MessageView message :
                mailbox.messages(thread, MessageQuery.oldest().first(100)).items()) {
            MessageId id = message.id();
            found.put(id.toString(), thread + "\t" + message.seq() + "\t" + id + "\t" + message.text());
        }
    }
}
