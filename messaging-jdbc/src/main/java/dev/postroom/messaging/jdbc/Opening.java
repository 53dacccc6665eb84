package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.embedded.EmbeddedH2;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.message.SendPlans;
import dev.postroom.messaging.jdbc.internal.schema.Schema;
import dev.postroom.messaging.jdbc.internal.schema.SchemaFiles;
import dev.postroom.messaging.jdbc.internal.session.Statements;
import dev.postroom.messaging.jdbc.internal.thread.FanOut;
import dev.postroom.messaging.jdbc.internal.transaction.AmbientTransactions;
import dev.postroom.messaging.jdbc.internal.transaction.JdbiSetup;
import dev.postroom.messaging.jdbc.internal.transaction.Joining;
import dev.postroom.messaging.jdbc.internal.transaction.OwnConnections;
import dev.postroom.messaging.jdbc.internal.transaction.OwnTransactions;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.model.InvalidException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** Puts a storage together and makes sure that its tables are there. */
final class Opening {

    private Opening() {}

    /** The tables behind a data source. */
    static SqlRenderer names(DataSource dataSource, JdbcOptions options) {
        return names(plain(dataSource), options);
    }

    private static SqlRenderer names(ConnectionSource connections, JdbcOptions options) {
        try {
            Connection connection = connections.take();
            try {
                Dialect dialect = DetectedDialect.of(connection, options);
                String schema = options.schema().isPresent() ? options.schema().get() : dialect.schema(connection);
                return new SqlRenderer(schema, options.tablePrefix(), dialect);
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
        Joining joining = joining(names(connections, options), options, true);
        return open(new SourceConnections(connections), joining, options, joining::own, () -> {});
    }

    /** Each operation in the transaction that runs, or in one of its own. */
    static JdbcStorage follow(ConnectionSource connections, JdbcOptions options) {
        if (connections.inTransaction()) {
            throw new InvalidException(
                    "connections", "have a transaction running on this Java thread: open the storage outside of it");
        }
        Joining joining = joining(names(connections, options), options, true);
        Transactions joined = joining.following(new FollowedConnections(connections));
        return open(
                new SourceConnections(connections),
                joining,
                options,
                work -> new AmbientTransactions(connections::inTransaction, joined, joining.own(work)),
                () -> {});
    }

    /** On a file that is open in this process alone. */
    static JdbcStorage embedded(Path file, JdbcOptions options) {
        return embedded(file, options, EmbeddedH2.FILES, EmbeddedH2.FLOOR);
    }

    /** On a file that is reached in a way of its own, and may become as long as given, in bytes. */
    static JdbcStorage embedded(Path file, JdbcOptions options, String files, long floor) {
        EmbeddedH2 database = EmbeddedH2.open(file, options.timeout(), options.tablePrefix(), files, floor);
        boolean done = false;
        try {
            Joining joining = joining(new SqlRenderer(options.tablePrefix(), database.dialect()), options, false);
            JdbcStorage storage = open(database.connections(), joining, options, database::writing, database::close);
            database.begin();
            done = true;
            return storage;
        } finally {
            if (!done) {
                database.dispose();
            }
        }
    }

    private static Joining joining(SqlRenderer names, JdbcOptions options, boolean hosts) {
        return Joining.of(new Statements(names, options.keptStatements()), options.timeout(), hosts);
    }

    private static JdbcStorage open(
            ConnectionFactory connections,
            Joining joining,
            JdbcOptions options,
            UnaryOperator<Transactions> working,
            Runnable close) {
        SqlRenderer names = joining.statements().names();
        Dialect dialect = names.dialect();
        Jdbi jdbi = JdbiSetup.of(new OwnConnections(connections, dialect.transactions()), dialect, options.timeout());
        OwnTransactions work = new OwnTransactions(jdbi, joining.statements(), options.timeout());
        Schema schema = new Schema(names, dialect, SchemaFiles.RELEASED);
        if (options.mode() != SchemaMode.NONE) {
            work.prepared(handle -> {
                if (options.mode() == SchemaMode.MIGRATE) {
                    schema.migrate(jdbi, handle);
                }
                schema.validate(handle);
            });
        }
        return new JdbcStorage(joining, working.apply(work), new FanOut(options.fanOutLimit()), new SendPlans(), close);
    }
}
