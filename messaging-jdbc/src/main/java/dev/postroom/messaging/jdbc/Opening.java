package dev.postroom.messaging.jdbc;

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
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw Failures.opening("the database cannot be reached", e);
        }
    }

    static JdbcStorage open(
            DataSource dataSource, JdbcOptions options, Dialect dialect, UnaryOperator<Work> writing, Runnable close) {
        Names names = new Names(options.tablePrefix(), dialect);
        Jdbi jdbi = jdbi(new OwnConnections(dataSource, dialect), dialect);
        if (dialect.limitsStatements()) {
            limit(jdbi, options.timeout());
        }
        OwnWork work = new OwnWork(jdbi, names, dialect);
        Schema schema = new Schema(names, dialect);
        work.prepared(handle -> {
            if (options.migrates()) {
                schema.migrate(jdbi, handle);
            }
            schema.validate(handle);
        });
        return new JdbcStorage(names, dialect, new FanOut(options.fanOutLimit()), writing.apply(work), close);
    }

    static Jdbi jdbi(ConnectionFactory connections, Dialect dialect) {
        Jdbi jdbi = Jdbi.create(connections);
        dialect.configure(jdbi);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setUnusedBindingAllowed(true);
        // By default Jdbi puts all that is bound, texts of messages too, into its exceptions.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static void limit(Jdbi jdbi, Duration timeout) {
        jdbi.getConfig(SqlStatements.class).setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
    }
}
