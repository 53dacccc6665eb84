package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.keyedGroup;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.jdbc.internal.embedded.EmbeddedH2;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ThreadId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On an embedded file no row is changed or restored while another transaction has changed something, whatever happens. */
@Tag("slow")
class EmbeddedAloneTest {

    private static final int CALLERS = 6;
    private static final int CALLS = 60;

    private final ThreadId thread = newThread();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws SQLException {
        try (JdbcStorage storage = open()) {
            storage.threads().create(group(thread, 3));
            try (Connection beside = DriverManager.getConnection("jdbc:h2:async:" + path(), "sa", "");
                    Statement statement = beside.createStatement()) {
                for (String table : List.of("thread", "member", "message", "claim", "log")) {
                    AloneProbe.on(statement, "postroom_" + table);
                }
            }
        }
        AloneProbe.FIRED.set(0);
        AloneProbe.NOT_ALONE.set(0);
    }

    @Test
    void whileCallsFailAndTheFileIsWrittenAnewAndVerified() throws Exception {
        try (JdbcStorage storage = open()) {
            Callers.together(CALLERS, number -> {
                Random random = new Random(number);
                for (int i = 0; i < CALLS; i++) {
                    call(storage, random);
                }
                assertThat(storage.inspection().selfCheck()).isEmpty();
            });
        }
        assertAlone();
    }

    @Test
    void whileCallersAreInterrupted() throws Exception {
        try (JdbcStorage storage = open()) {
            Callers.together(CALLERS, number -> {
                Random random = new Random(number);
                for (int i = 0; i < CALLS; i++) {
                    if (random.nextBoolean()) {
                        Thread.currentThread().interrupt();
                    }
                    call(storage, random);
                }
                Thread.interrupted();
            });
        }
        assertAlone();
    }

    @Test
    void whileItIsClosedAndOpenedAgain() throws Exception {
        for (int round = 0; round < 5; round++) {
            JdbcStorage storage = open();
            AtomicBoolean closing = new AtomicBoolean();
            Callers.together(CALLERS, number -> {
                Random random = new Random(number);
                try {
                    for (int i = 0; i < CALLS; i++) {
                        if (number == 0 && i == CALLS / 2) {
                            closing.set(true);
                            storage.close();
                        }
                        call(storage, random);
                    }
                } catch (ClosedException e) {
                    assertThat(closing).as("is closed before calls are refused").isTrue();
                }
            });
        }
        assertAlone();
    }

    private void call(JdbcStorage storage, Random random) {
        String key = "k" + random.nextInt(20);
        switch (random.nextInt(4)) {
            case 0 -> storage.messages().append(append(BOB, thread, message("Tomorrow")));
            case 1 -> storage.messages().append(keyed(BOB, thread, message("Tomorrow"), key, 0));
            case 2 ->
                storage.messages()
                        .appendAll(List.of(
                                append(BOB, thread, message("Today")), append(BOB, newThread(), message("Today"))));
            default -> storage.threads().create(keyedGroup(newThread(), key));
        }
    }

    private void assertAlone() {
        assertThat(AloneProbe.FIRED).as("rows changed or restored").hasPositiveValue();
        assertThat(AloneProbe.NOT_ALONE).hasValue(0);
        try (JdbcStorage storage = open()) {
            assertThat(storage.inspection().selfCheck()).isEmpty();
        }
    }

    private Path path() {
        return folder.resolve("messages");
    }

    private JdbcStorage open() {
        return Opening.embedded(path(), JdbcOptions.defaults().migrate(), EmbeddedH2.FILES, 1 << 20);
    }
}
