package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariDataSource;
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

/** A storage on an H2 file that the host reaches through a pool of its own. */
final class H2FileFixture implements StorageFixture {

    private static final int CONNECTIONS = 16;

    private final Path folder;
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcStorage storage;

    H2FileFixture() {
        try {
            folder = Files.createTempDirectory("postroom");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pool.setJdbcUrl("jdbc:h2:" + folder.resolve("host") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public InFlight begin() {
        try {
            return H2Fixture.begun(pool.getConnection(), storage);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
        pool.close();
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
