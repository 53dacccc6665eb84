package dev.postroom.benchmarks;

import dev.postroom.benchmarks.Contest.Outcome;
import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How long a process takes from its start to its first message that is stored. */
final class StartUp implements Suite {

    private static final int PROCESSES = 7;
    private static final int MESSAGES = 10_000;
    private static final int OF_EACH_THREAD = 100;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String run(List<DatabaseEngine> engines, Effort effort) throws IOException {
        int messages = effort.size(MESSAGES);
        Path existing = newFile();
        write(existing, messages);
        List<Phases> inMemory = new ArrayList<>();
        List<Phases> inNewFile = new ArrayList<>();
        List<Phases> inExistingFile = new ArrayList<>();
        for (int i = 0; i < effort.size(PROCESSES); i++) {
            inMemory.add(start());
            Path file = newFile();
            inNewFile.add(start(file.toString()));
            delete(file);
            inExistingFile.add(start(existing.toString()));
        }
        delete(existing);
        return """
                ## The first message of a process

                Milliseconds from before the process is started: until its main method begins, from there until the messaging
                is built, from there until the first message is stored. Medians of processes that are started one after the
                other, of each storage in turns (smallest and largest).

                """
                + new MarkdownTable("storage", "process", "building", "first message", "together")
                        .row(row("in memory", inMemory))
                        .row(row("embedded, new file", inNewFile))
                        .row(row(
                                String.format(Locale.ROOT, "embedded, file of %,d messages", messages),
                                inExistingFile));
    }

    private static String[] row(String title, List<Phases> all) {
        return new String[] {
            title,
            text(all, Phases::process),
            text(all, Phases::building),
            text(all, Phases::sending),
            text(all, phases -> phases.process() + phases.building() + phases.sending())
        };
    }

    private static String text(List<Phases> all, ToDoubleFunction<Phases> phase) {
        double[] millis = all.stream().mapToDouble(phase).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.0f (%.0f to %.0f)", Outcome.medianOf(millis), millis[0], millis[millis.length - 1]);
    }

    /** Runs a {@link FirstMessage} with the arguments. */
    private static Phases start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstMessage.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Instant start = Instant.now();
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            int ended = process.waitFor();
            if (line == null || ended != 0) {
                throw new IOException("a process ended with " + ended + " and said " + line);
            }
            return Phases.of(
                    start, Stream.of(line.split(" ")).map(Instant::parse).toList());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void write(Path file, int messages) {
        try (Messaging messaging = Messaging.builder()
                .storage(JdbcStorage.embedded(file))
                .directory(Directory.everyone())
                .build()) {
            Mailbox caller = messaging.as(UserId.of(BenchmarkScene.CALLER));
            NewThread thread = NewThread.to(UserId.of(BenchmarkScene.OTHER)).text(BenchmarkScene.TEXT);
            ThreadId last = caller.send(thread).threadId();
            for (int i = 1; i < messages; i++) {
                if (i % OF_EACH_THREAD == 0) {
                    last = caller.send(thread).threadId();
                } else {
                    caller.reply(last, Draft.text(BenchmarkScene.TEXT));
                }
            }
        }
    }

    private static Path newFile() throws IOException {
        return Servers.directory().resolve("start-" + UUID.randomUUID());
    }

    private static void delete(Path file) throws IOException {
        for (String ending : List.of(".mv.db", ".mv.db.lock")) {
            Files.deleteIfExists(Path.of(file + ending));
        }
    }

    /** How many milliseconds each part took. */
    private record Phases(double process, double building, double sending) {

        static Phases of(Instant start, List<Instant> said) {
            return new Phases(
                    millis(start, said.get(0)), millis(said.get(0), said.get(1)), millis(said.get(1), said.get(2)));
        }

        private static double millis(Instant from, Instant to) {
            return Duration.between(from, to).toNanos() / 1_000_000.0;
        }
    }
}
