package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A host's transaction that looked at the world before others changed it. Whatever is done in it then has right numbers,
 * or fails in a way that a new transaction helps.
 */
abstract class SnapshotHazards {

    /** Of what others do, at the isolation that fewer hosts use. */
    private static final int EVERY = 4;

    private final List<String> wrong = new ArrayList<>();
    private HazardSite site;
    private JdbcStorage storage;

    abstract HazardSite site();

    /** Whether this database can go on after an old look at repeatable read: then nothing may fail. */
    abstract boolean goesOn();

    /** What the host sets before it begins. */
    void prepare(Statement statement) throws SQLException {}

    /** Takes that back: the connection goes to others. */
    void restore(Statement statement) throws SQLException {}

    @BeforeEach
    void start() {
        site = site();
        storage = site.open();
    }

    @AfterEach
    void end() {
        site.giveBack().run();
    }

    @Test
    void anOldLookMakesNoWrongNumbersAtRepeatableRead() throws SQLException {
        for (String others : new Scene(storage).deeds().keySet()) {
            lookBefore(others, Connection.TRANSACTION_REPEATABLE_READ, !goesOn());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anOldLookMakesNoWrongNumbersAtSerializable() throws SQLException {
        int number = 0;
        for (String others : new Scene(storage).deeds().keySet()) {
            if (number++ % EVERY == 0) {
                lookBefore(others, Connection.TRANSACTION_SERIALIZABLE, true);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void lookBefore(String others, int isolation, boolean mayFail) throws SQLException {
        for (String ours : new Scene(storage).deeds().keySet()) {
            Scene scene = new Scene(storage);
            try (Connection connection = site.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                prepare(statement);
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(false);
                statement
                        .executeQuery("select count(*) from " + site.prefix() + "schema")
                        .close();
                assertThat(scene.deeds().get(others).apply(storage)).isNotNull();
                Storage inside = storage.joined(storage.transaction(connection));
                act(ours + " after " + others, scene.deeds().get(ours), inside, mayFail);
                // A host that swallows what failed.
                connection.commit();
                restore(statement);
            }
        }
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        messaging.maintenance().verify().violations().forEach(violation -> wrong.add(others + ": " + violation));
        Tables.empty(site.pool(), site.prefix());
    }

    private void act(String name, Function<Storage, Object> deed, Storage inside, boolean mayFail) {
        try {
            assertThat(deed.apply(inside)).isNotNull();
        } catch (StorageException e) {
            if (!mayFail || !e.retryCanHelp()) {
                wrong.add(name + ": " + e);
            }
        }
    }
}
