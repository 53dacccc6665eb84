package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.jdbc.internal.embedded.EmbeddedH2;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The process that {@link KillTest} kills: four Java threads write without end, and each acknowledged message is told on
 * the standard output, one line with its thread, seq, id and text.
 */
final class KilledWriter {

    static final int WRITERS = 4;
    static final String OPENING = "opening";
    static final String CLOSING = "closing";
    static final String FAILED = "failed ";
    private static final int THREADS_EACH = 5;
    private static final int MILLIS_BEFORE_CLOSING = 400;

    private final Messaging messaging;
    private final PrintStream told;
    private final String round;
    private volatile boolean ending;

    private KilledWriter(Messaging messaging, PrintStream told, String round) {
        this.messaging = messaging;
        this.told = told;
        this.round = round;
    }

    /** Arguments: the database file, the name of the round, and what to do: a {@link KillTest.Moment} or "plain". */
    public static void main(String[] args) throws InterruptedException {
        PrintStream told = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        told.println(OPENING);
        Messaging messaging = Messaging.builder()
                .storage(open(Path.of(args[0]), args[2]))
                .directory(Directory.everyone())
                .build();
        KilledWriter writer = new KilledWriter(messaging, told, args[1]);
        List<Thread> threads = IntStream.range(0, WRITERS)
                .mapToObj(number -> new Thread(() -> writer.tryToWrite(number)))
                .toList();
        threads.forEach(Thread::start);
        if (args[2].equals(KillTest.Moment.CLOSING.name())) {
            Thread.sleep(MILLIS_BEFORE_CLOSING);
            writer.ending = true;
            for (Thread thread : threads) {
                thread.join();
            }
            told.println(CLOSING);
            messaging.close();
        }
    }

    private static JdbcStorage open(Path file, String what) {
        if (what.equals("plain")) {
            return plain(file);
        }
        long floor = what.equals(KillTest.Moment.COMPACTING.name()) ? 1 : EmbeddedH2.FLOOR;
        return Opening.embedded(file, JdbcOptions.defaults().migrate(), EmbeddedH2.FILES, floor);
    }

    /** As H2 opens a file when nobody asks for durability: what the embedded default must not do. */
    private static JdbcStorage plain(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + file.toAbsolutePath());
        source.setUser("sa");
        return JdbcStorage.open(source);
    }

    /** No send may fail, also not one after the kill before. */
    private void tryToWrite(int writer) {
        try {
            write(writer);
        } catch (RuntimeException e) {
            told.println(FAILED + e);
        }
    }

    private void write(int writer) {
        Party me = UserId.of("writer-" + writer);
        Party other = UserId.of("writer-" + (writer + 1) % WRITERS);
        Mailbox mailbox = messaging.as(me);
        for (int number = 0; !ending; number++) {
            ThreadId thread = null;
            for (int i = 0; i < THREADS_EACH; i++) {
                String text = round + "/" + writer + "/" + number + "/" + i + " 😀";
                Sent sent = thread == null
                        ? mailbox.send(NewThread.to(other).text(text).key(text))
                        : mailbox.reply(thread, Draft.text(text).key(text).seen(i));
                thread = sent.threadId();
                tell(sent, text);
                if (i == 2) {
                    mailbox.star(sent.messageId());
                    messaging.as(other).markReadUpTo(sent.position());
                    messaging.as(other).archive(sent.position());
                }
            }
        }
    }

    private void tell(Sent sent, String text) {
        synchronized (told) {
            told.println(sent.threadId() + "\t" + sent.seq() + "\t" + sent.messageId() + "\t" + text);
        }
    }
}
