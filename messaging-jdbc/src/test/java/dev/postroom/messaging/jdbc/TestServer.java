package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A database server that tests run on: started once for all of them, or somebody's own, given as {@code
 * -Dpostgresql.url=…} or {@code -Dmariadb.url=…} with user and password in the URL. Making tables takes longer than most
 * tests, so a fixture gets a set of tables that another one has emptied.
 */
final class TestServer {

    static final TestServer POSTGRESQL = new TestServer("postgresql", PostgresServer::start);
    static final TestServer MARIADB = new TestServer("mariadb", MariaDbServer::started);

    private static final int CONNECTIONS = 40;

    private final String name;
    private final Supplier<String> start;
    private final Queue<String> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private HikariDataSource pool;

    private TestServer(String name, Supplier<String> start) {
        this.name = name;
        this.start = start;
    }

    /** Where the server is. */
    synchronized String url() {
        return pool().getJdbcUrl();
    }

    synchronized HikariDataSource pool() {
        if (pool == null) {
            String given = System.getProperty(name + ".url");
            pool = pool(given == null ? start.get() : given, true);
        }
        return pool;
    }

    static HikariDataSource pool(String url, boolean autocommit) {
        return pool(url, autocommit, CONNECTIONS);
    }

    static HikariDataSource pool(String url, boolean autocommit, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setAutoCommit(autocommit);
        return new HikariDataSource(config);
    }

    /** A prefix of tables that nobody else uses now. Its tables are empty, if they are there. */
    String takePrefix() {
        String prefix = free.poll();
        return prefix == null ? "t" + ProcessHandle.current().pid() + "_" + made.incrementAndGet() + "_" : prefix;
    }

    /** Gives the prefix back. */
    void giveBack(DataSource source, String prefix) {
        Tables.empty(source, prefix);
        free.add(prefix);
    }
}
