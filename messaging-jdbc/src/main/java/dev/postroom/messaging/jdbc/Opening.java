package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.InvalidException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Puts a storage together and makes sure that its tables are there. */
final class Opening {

    private Opening() {}

    static Dialect dialect(DataSource dataSource) {
        return dialect(plain(dataSource));
    }

    static Dialect dialect(ConnectionSource connections) {
        try {
            Connection connection = connections.take();
            try {
                return Dialect.of(connection);
            } finally {
                connections.giveBack(connection);
            }
        } catch (SQLException e) {
            throw Failures.opening("the database cannot be reached", e);
        }
    }

    private static ConnectionSource plain(DataSource dataSource) {
        return ConnectionSource.of(dataSource, () -> false);
    }

    /** Each operation in a transaction of its own. */
    static JdbcStorage open(DataSource dataSource, JdbcOptions options) {
        TransactionAware.refuse(dataSource);
        ConnectionSource connections = plain(dataSource);
        Dialect dialect = dialect(connections);
        return open(connections, joining(options, dialect, true), options, UnaryOperator.identity(), () -> {});
    }

    /** Each operation in the transaction that runs, or in one of its own. */
    static JdbcStorage follow(ConnectionSource connections, JdbcOptions options) {
        if (connections.inTransaction()) {
            throw new InvalidException(
                    "connections", "have a transaction running on this Java thread: open the storage outside of it");
        }
        Joining joining = joining(options, dialect(connections), true);
        Work joined = joining.following(new FollowedConnections(connections));
        return open(connections, joining, options, own -> new FollowingWork(connections, joined, own), () -> {});
    }

    /** On a database that nobody else has a connection to. */
    static JdbcStorage open(
            ConnectionSource file, JdbcOptions options, Dialect dialect, UnaryOperator<Work> writing, Runnable close) {
        return open(file, joining(options, dialect, false), options, writing, close);
    }

    private static Joining joining(JdbcOptions options, Dialect dialect, boolean hosts) {
        return new Joining(
                new Names(options.tablePrefix(), dialect),
                dialect,
                options.timeout(),
                new FanOut(options.fanOutLimit()),
                hosts);
    }

    private static JdbcStorage open(
            ConnectionSource connections,
            Joining joining,
            JdbcOptions options,
            UnaryOperator<Work> working,
            Runnable close) {
        Names names = joining.names();
        Dialect dialect = joining.dialect();
        Jdbi jdbi = jdbi(new OwnConnections(connections, dialect), dialect, options.timeout());
        OwnWork work = new OwnWork(jdbi, names, dialect);
        Schema schema = new Schema(names, dialect);
        work.prepared(handle -> {
            if (options.migrates()) {
                schema.migrate(jdbi, handle);
            }
            schema.validate(handle);
        });
        return new JdbcStorage(joining, working.apply(work), close);
    }

    static Jdbi jdbi(ConnectionFactory connections, Dialect dialect, Duration timeout) {
        Jdbi jdbi = Jdbi.create(connections);
        dialect.configure(jdbi);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setUnusedBindingAllowed(true);
        // By default Jdbi puts all that is bound, texts of messages too, into its exceptions.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        if (dialect.limitsStatements()) {
            jdbi.getConfig(SqlStatements.class).setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
        }
        return jdbi;
    }
}
