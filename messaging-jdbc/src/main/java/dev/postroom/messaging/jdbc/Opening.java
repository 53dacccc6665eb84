package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.InvalidException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Puts a storage together and makes sure that its tables are there. */
final class Opening {

    /** Shared, for reading a statement for its parameters takes longer than running it. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private Opening() {}

    /** What a database is, and where in it the tables are. */
    static SqlRenderer names(DataSource dataSource, JdbcOptions options) {
        return names(plain(dataSource), options);
    }

    private static SqlRenderer names(ConnectionSource connections, JdbcOptions options) {
        try {
            Connection connection = connections.take();
            try {
                return SqlRenderer.of(connection, options, Dialect.of(connection, options));
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
        Joining joining = joining(options, names(connections, options), true);
        return open(connections, joining, options, joining::own, () -> {});
    }

    /** Each operation in the transaction that runs, or in one of its own. */
    static JdbcStorage follow(ConnectionSource connections, JdbcOptions options) {
        if (connections.inTransaction()) {
            throw new InvalidException(
                    "connections", "have a transaction running on this Java thread: open the storage outside of it");
        }
        Joining joining = joining(options, names(connections, options), true);
        Transactions joined = joining.following(new FollowedConnections(connections));
        return open(
                connections,
                joining,
                options,
                work -> new AmbientTransactions(connections, joined, joining.own(work)),
                () -> {});
    }

    /** On a database that nobody else has a connection to. */
    static JdbcStorage open(
            ConnectionSource file,
            JdbcOptions options,
            Dialect dialect,
            UnaryOperator<Transactions> writing,
            Runnable close) {
        SqlRenderer names = new SqlRenderer(options.tablePrefix(), dialect);
        return open(file, joining(options, names, false), options, writing, close);
    }

    private static Joining joining(JdbcOptions options, SqlRenderer names, boolean hosts) {
        Dialect dialect = names.dialect();
        HostHandles handles = new HostHandles(dialect, options.timeout());
        return new Joining(
                names, dialect, options.timeout(), new FanOut(options.fanOutLimit()), new SendPlans(), hosts, handles);
    }

    private static JdbcStorage open(
            ConnectionSource connections,
            Joining joining,
            JdbcOptions options,
            UnaryOperator<Transactions> working,
            Runnable close) {
        SqlRenderer names = joining.names();
        Dialect dialect = joining.dialect();
        Jdbi jdbi = jdbi(new OwnConnections(connections, dialect), dialect, options.timeout());
        OwnTransactions work = new OwnTransactions(jdbi, names, dialect, options.timeout());
        Schema schema = new Schema(names, dialect, SchemaFiles.RELEASED);
        if (options.mode() != SchemaMode.NONE) {
            work.prepared(handle -> {
                if (options.mode() == SchemaMode.MIGRATE) {
                    schema.migrate(jdbi, handle);
                }
                schema.validate(handle);
            });
        }
        return new JdbcStorage(joining, working.apply(work), close);
    }

    static Jdbi jdbi(ConnectionFactory connections, Dialect dialect, Duration timeout) {
        Jdbi jdbi = Jdbi.create(connections);
        dialect.configure(jdbi);
        jdbi.getConfig(SqlStatements.class)
                .setSqlParser(PARSER)
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
