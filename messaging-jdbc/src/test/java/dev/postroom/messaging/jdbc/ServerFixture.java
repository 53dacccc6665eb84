package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A storage on empty tables of a database server. */
final class ServerFixture implements StorageFixture {

    private final TestServer server;
    private final String prefix;
    private final DataSource pool;
    private final JdbcStorage storage;

    ServerFixture(TestServer server) {
        this(server, JdbcOptions.defaults());
    }

    ServerFixture(TestServer server, JdbcOptions options) {
        this.server = server;
        pool = server.pool();
        prefix = server.takePrefix();
        storage = JdbcStorage.open(pool, options.tablePrefix(prefix).migrate());
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
        server.giveBack(pool, prefix);
    }
}
