package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import javax.sql.DataSource;

/** A server behind a counting proxy, on one connection that stays open: opening one takes trips of its own. */
final class ServerTrips extends OneConnection implements Trips {

    private static final String JDBC = "jdbc:";

    private final CountingProxy proxy;
    private final HikariDataSource pool;

    private ServerTrips(CountingProxy proxy, HikariDataSource pool) {
        super(pool);
        this.proxy = proxy;
        this.pool = pool;
    }

    static ServerTrips to(TestServer server) {
        URI url = URI.create(server.url().substring(JDBC.length()));
        CountingProxy proxy = new CountingProxy(url.getPort());
        String before = url.getHost() + ":" + url.getPort();
        // One, or the pool opens more behind our back, whose trips would be counted.
        String through = JDBC + url.toString().replace(before, "127.0.0.1:" + proxy.port());
        return new ServerTrips(proxy, TestServer.pool(through, true, 1));
    }

    @Override
    public DataSource source() {
        return this;
    }

    @Override
    public int take() {
        return proxy.take();
    }

    @Override
    public void close() {
        pool.close();
        proxy.close();
    }
}
