package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Sets up Jdbi for the statements of a storage. */
public final class JdbiSetup {

    /** Shared, for reading a statement for its parameters takes longer than running it. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private JdbiSetup() {}

    /**
     * Makes a Jdbi.
     *
     * @param connections where its handles get their connections
     * @param dialect of the database
     * @param timeout of a statement, in whole seconds
     */
    public static Jdbi of(ConnectionFactory connections, Dialect dialect, Duration timeout) {
        Jdbi jdbi = Jdbi.create(connections);
        dialect.configure(jdbi);
        jdbi.getConfig(SqlStatements.class)
                .setSqlParser(PARSER)
                .setTemplateEngine(TemplateEngine.NOP)
                .setUnusedBindingAllowed(true);
        // By default Jdbi puts all that is bound, texts of messages too, into its exceptions.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        if (dialect.transactions().limitsStatements()) {
            jdbi.getConfig(SqlStatements.class).setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
        }
        return jdbi;
    }
}
