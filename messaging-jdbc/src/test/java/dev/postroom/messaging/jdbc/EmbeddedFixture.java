package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** A storage as a host embeds it: in a file of its own, with the durability that is promised. */
final class EmbeddedFixture implements StorageFixture {

    private final Path folder;
    private final JdbcStorage storage;
    private final JdbcDataSource beside = new JdbcDataSource();

    EmbeddedFixture() {
        try {
            folder = Files.createTempDirectory("postroom");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage = JdbcStorage.embedded(folder.resolve("messages"));
        beside.setURL("jdbc:h2:async:" + folder.resolve("messages"));
        beside.setUser("sa");
        beside.setPassword("");
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public InFlight begin() {
        try {
            return H2Fixture.begun(beside.getConnection(), storage);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
