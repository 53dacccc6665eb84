package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Writes into a few threads without end, and tells line by line what it is about to send, and what was acknowledged. Each
 * text is sent once; half of the sends have their text as the key, and of these half are in a transaction of the host, which
 * writes the text into a table of its own.
 */
final class ServerLoad {

    static final String TRIES = "tries";
    static final String HAS = "has";
    static final String PLAIN = "plain";
    static final String KEYED = "keyed";
    static final String JOINED = "joined";
    private static final int PAUSE_MILLIS = 20;

    private final JdbcStorage storage;
    private final DataSource pool;
    private final List<ThreadId> threads;
    private final String name;
    private final Consumer<String> told;

    ServerLoad(JdbcStorage storage, DataSource pool, List<ThreadId> threads, String name, Consumer<String> told) {
        this.storage = storage;
        this.pool = pool;
        this.threads = threads;
        this.name = name;
        this.told = told;
    }

    void write(int writer, BooleanSupplier ended) {
        Random random = new Random(writer);
        for (int number = 0; !ended.getAsBoolean(); number++) {
            ThreadId thread = threads.get(random.nextInt(threads.size()));
            try {
                step(thread, name + "/" + writer + "/" + number, random);
            } catch (StorageException | SQLException | IllegalStateException e) {
                pause();
            }
        }
    }

    private void step(ThreadId thread, String text, Random random) throws SQLException {
        switch (random.nextInt(4)) {
            case 0, 1 -> tell(thread, text, PLAIN, storage.messages().append(tried(thread, text, PLAIN)));
            case 2 -> tell(thread, text, KEYED, storage.messages().append(tried(thread, text, KEYED)));
            default -> inTransaction(thread, text);
        }
        beside(thread, random);
    }

    private AppendMessage tried(ThreadId thread, String text, String way) {
        told.accept(String.join(" ", TRIES, thread.toString(), text, way));
        return way.equals(PLAIN) ? append(BOB, thread, message(text)) : keyed(BOB, thread, message(text), text, 0);
    }

    private void inTransaction(ThreadId thread, String text) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                AppendMessage command = tried(thread, text, JOINED);
                HostOrders.write(connection, text);
                SendOutcome outcome = storage.joined(storage.transaction(connection))
                        .messages()
                        .append(command);
                connection.commit();
                tell(thread, text, JOINED, outcome);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** What others do meanwhile; {@code verify} looks whether it adds up. */
    private void beside(ThreadId thread, Random random) {
        switch (random.nextInt(5)) {
            case 0 ->
                storage.positions().move(as(ANNA), Move.READ_UP_TO, Position.of(thread, 1 + random.nextInt(9)), NOW);
            case 1 -> storage.stars().setThread(as(BOB), thread, random.nextBoolean(), NOW);
            case 2 -> storage.positions().readAll(as(ANNA), NOW);
            case 3 ->
                storage.threads()
                        .change(
                                as(ANNA),
                                thread,
                                new ThreadChange.Rename("Roof " + random.nextInt(9)),
                                OptionalLong.empty(),
                                NOW);
            default -> {}
        }
    }

    private void tell(ThreadId thread, String text, String way, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Stored stored) {
            told.accept(String.join(
                    " ",
                    HAS,
                    thread.toString(),
                    text,
                    way,
                    stored.messageId().toString(),
                    Long.toString(stored.position().seq())));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
