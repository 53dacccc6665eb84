package dev.postroom.examples.quickstart;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The quick start: opens an embedded database, or the one a URL leads to, replays the conversations of a file as their authors would, shows what
 * stands in the mailboxes, opens the database again and checks that everything is there.
 *
 * <p>Arguments: a file of conversations, otherwise the bundled sample. The system property {@code quickstart.data} names
 * the folder for databases, otherwise {@code target/quickstart}; {@code quickstart.url} is the JDBC URL of another database,
 * with user and password in it. Ends with status 0 if everything is as it must be.
 */
public final class QuickStart {

    private static final String SAMPLE = "sample-conversations.jsonl";

    private final PrintStream out;
    private final boolean terminal;
    private final Report report;

    QuickStart(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.report = new Report(out);
    }

    /**
     * Runs it.
     *
     * @param args a file, or nothing
     */
    public static void main(String[] args) {
        // the console's own encoding may not know what people write
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Path.of(System.getProperty("quickstart.data", "target/quickstart"));
        QuickStart quickStart = new QuickStart(out, Progress.onTerminal());
        int status = 1;
        try {
            // a build that has no file to pass on passes an empty argument
            boolean sample = args.length == 0 || args[0].isBlank();
            String url = System.getProperty("quickstart.url", "");
            Function<String, Home> homes = input -> url.isBlank() ? Home.file(data, input) : Home.url(url, input);
            Result result = sample ? quickStart.runSample(homes) : quickStart.run(Path.of(args[0]), homes);
            status = result.exitCode();
        } catch (IOException | MessagingException | IllegalStateException e) {
            out.println("Failed: " + e.getMessage());
        } catch (InterruptedException e) {
            out.println("Interrupted; another run goes on where this one ended");
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs on the conversations that come with this example. */
    Result runSample(Function<String, Home> homes) throws IOException, InterruptedException {
        try (InputStream input = QuickStart.class.getResourceAsStream("/" + SAMPLE)) {
            return run(SAMPLE, ConversationReader.read(SAMPLE, input), homes.apply(SAMPLE));
        }
    }

    /** Runs on a file of one's own. */
    Result run(Path file, Function<String, Home> homes) throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " is not there or cannot be read");
        }
        try (InputStream input = Files.newInputStream(file)) {
            String name = file.getFileName().toString();
            return run(name, ConversationReader.read(name, input), homes.apply(name));
        }
    }

    private Result run(String name, List<Conversation> conversations, Home home) throws InterruptedException {
        Participants people = new Participants(conversations);
        int messages =
                conversations.stream().mapToInt(one -> one.messages().size()).sum();

        report.input(name, conversations.size(), messages, people.count(), home.description());

        List<Replayed> replayed;
        ReplayClock clock = new ReplayClock();
        // this is all it takes to have messaging in an application; clock(…) is for the replay alone
        try (Home.Opened opened = home.open();
                Messaging messaging = Messaging.builder()
                        .storage(opened.storage())
                        .directory(people)
                        .clock(clock)
                        .build()) {
            report.title("Replaying with " + Replay.WRITERS + " writers");
            Progress progress = new Progress(out, terminal, messages);
            replayed = new Replay(messaging, clock, progress).run(conversations);
            progress.finish();
            report.counts(Totals.of(replayed), replayed);
            look(messaging, people);
        }

        try (Home.Opened opened = home.open();
                Messaging messaging = Messaging.builder()
                        .storage(opened.storage())
                        .directory(people)
                        .build()) {
            report.title("Database opened again and verified");
            VerifyReport verified = messaging.maintenance().verify();
            report.verified(verified);
            report.title("Check against the input");
            Result result =
                    new Result(Totals.of(replayed), verified, new Check(messaging).differences(replayed, verified));
            report.checked(result.totals(), result.differences());
            return result;
        }
    }

    private void look(Messaging messaging, Participants people) {
        List<UserId> busiest = people.busiest(5);
        UserId person = busiest.get(0);
        report.inbox(messaging, person);
        report.thread(messaging, person);
        report.starred(messaging, person);
        report.unread(messaging, busiest);
    }
}
