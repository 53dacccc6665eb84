package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A database that runs for one part of the benchmarks. What it acknowledges it has made durable, as in production. */
final class Site implements Closeable {

    private final DatabaseEngine engine;
    private final String url;
    private final List<Closeable> opened = new ArrayList<>();

    private Site(DatabaseEngine engine, String url) {
        this.engine = engine;
        this.url = url;
    }

    /** Starts the engine's server, or takes the one that {@code -D<engine>.url} names; or makes a new file. */
    static Site start(DatabaseEngine engine) throws IOException {
        return new Site(engine, Servers.url(engine));
    }

    DatabaseEngine engine() {
        return engine;
    }

    String url() {
        return url;
    }

    /** A pool of so many connections, which ends with the site. */
    HikariDataSource pool(int connections) {
        return pool(url, connections);
    }

    /** A pool whose connections take half a millisecond longer each way. */
    HikariDataSource slowPool(int connections) throws IOException {
        SlowProxy proxy = SlowProxy.before(url);
        opened.add(proxy);
        return pool(proxy.url(), connections);
    }

    private HikariDataSource pool(String to, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(to);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        HikariDataSource pool = new HikariDataSource(config);
        opened.add(pool);
        return pool;
    }

    @Override
    public void close() throws IOException {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }
}
