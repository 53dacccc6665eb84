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
 * <p>{@code -Dkill.rounds=400} does so more often. {@code -Dkill.mode=plain} opens the file with H2's own settings instead,
 * which loses acknowledged messages.
 */
@Tag("slow")
class KillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 20);
    private static final boolean PLAIN = "plain".equals(System.getProperty("kill.mode"));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, String> acknowledged = new HashMap<>();

    @TempDir
    private Path folder;

    /** What the process is doing when it is killed, and for how long it has been doing so at most. */
    enum Moment {
        WRITING(500),
        COMPACTING(500),
        CLOSING(250),
        OPENING(400);

        private final int longestMillis;

        Moment(int longestMillis) {
            this.longestMillis = longestMillis;
        }
    }

    @Test
    void everyAcknowledgedMessageSurvivesTheKillOfTheProcess() throws Exception {
        Path file = folder.resolve("messages");
        JdbcStorage.embedded(file).close();
        for (int round = 1; round <= ROUNDS; round++) {
            Moment moment = PLAIN ? Moment.WRITING : Moment.values()[round % Moment.values().length];
            String when = "round %s of seed %s, killed while %s".formatted(round, seed, moment);
            if (moment == Moment.OPENING) {
                kill(file, "before-" + round, Moment.WRITING, when);
            }
            kill(file, "round-" + round, moment, when);
            check(file, when);
        }
    }

    private void kill(Path file, String round, Moment moment, String when) throws Exception {
        List<String> lines = writeAndKill(file, round, moment);
        assertThat(lines).as(when).noneMatch(line -> line.startsWith(KilledWriter.FAILED));
        lines.stream().filter(KillTest::isMessage).forEach(line -> acknowledged.put(idOf(line), line));
        if (moment != Moment.OPENING) {
            assertThat(lines).as(when + ", wrote something").anyMatch(KillTest::isMessage);
        }
    }

    private static boolean isMessage(String line) {
        return line.indexOf('\t') >= 0;
    }

    /** The third column. */
    private static String idOf(String line) {
        int second = line.indexOf('\t', line.indexOf('\t') + 1);
        return line.substring(second + 1, line.indexOf('\t', second + 1));
    }

    /** Answers what the process told before it died; a line it could not end is none. */
    private List<String> writeAndKill(Path file, String round, Moment moment) throws IOException, InterruptedException {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString(),
                        round,
                        PLAIN ? "plain" : moment.name())
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (process.isAlive() && lines(told).stream().noneMatch(line -> begins(moment, line))) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(moment.longestMillis));
        process.destroyForcibly().waitFor();
        return lines(told);
    }

    private static boolean begins(Moment moment, String line) {
        return switch (moment) {
            case WRITING, COMPACTING -> isMessage(line);
            case CLOSING -> line.equals(KilledWriter.CLOSING);
            case OPENING -> line.equals(KilledWriter.OPENING);
        };
    }

    private static List<String> lines(Path told) throws IOException {
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void check(Path file, String when) {
        try (Messaging messaging = Messaging.builder()
                .storage(JdbcStorage.embedded(file))
                .directory(Directory.everyone())
                .build()) {
            Map<String, String> stored = stored(messaging);
            Map<String, String> lost = new HashMap<>(acknowledged);
            lost.entrySet().removeIf(entry -> entry.getValue().equals(stored.get(entry.getKey())));
            assertThat(lost)
                    .as("%s lost of %s acknowledged, %s", lost.size(), acknowledged.size(), when)
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
