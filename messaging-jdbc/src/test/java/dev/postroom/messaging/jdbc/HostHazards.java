package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Directory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of hazards on a server have in common: two threads, each with a message, and the host's own table. */
abstract class HostHazards {

    final TestServer server;
    final ThreadId thread = newThread();
    final ThreadId other = newThread();
    HazardSite site;
    JdbcStorage storage;
    HostOrders orders;

    HostHazards(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void start() {
        site = HazardSite.of(server);
        storage = site.open();
        orders = new HostOrders(site.pool());
        storage.threads().create(group(thread, 0));
        storage.threads().create(group(other, 0));
    }

    @AfterEach
    void end() {
        site.giveBack().run();
    }

    boolean isPostgres() {
        return server == TestServer.POSTGRESQL;
    }

    Messaging messaging() {
        return Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
    }

    int messages(ThreadId id) {
        return seen(storage, BOB, id).size();
    }

    void assertNothingIsWrong() {
        assertThat(messaging().maintenance().verify().violations()).isEmpty();
    }

    static StorageException failure(ThrowingCallable call) {
        StorageException failure = catchThrowableOfType(StorageException.class, call);
        assertThat(failure).isNotNull().matches(StorageException::retryCanHelp);
        return failure;
    }

    /** Takes bob's row, so that a send gets as far as to the members. */
    void lockBob(Connection connection, ThreadId id) throws SQLException {
        String text = "select 1 from " + site.prefix() + "member where thread_id = ? and party = ? for update";
        try (PreparedStatement lock = connection.prepareStatement(text)) {
            lock.setObject(1, id.value());
            lock.setString(2, BOB.key());
            try (ResultSet row = lock.executeQuery()) {
                assertThat(row.next()).isTrue();
            }
        }
    }

    static <T> FutureTask<T> beside(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, "beside").start();
        return task;
    }

    static <T> T end(FutureTask<T> task) throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }
}
