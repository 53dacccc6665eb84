package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.failure.ErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.MariaDbErrorCodes;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.rules.MariaDbTransactionRules;
import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** MariaDB. Several statements go in one round trip as a compound statement; see {@link MariaDbBlocks}. */
public final class MariaDbDialect implements Dialect {

    private static final String THREADS =
            "(select cast(j.id as uuid) as id from json_table(:threads, '$[*]' columns (id char(36) path '$')) j) v";

    private final ErrorCodes errors = new MariaDbErrorCodes();
    private final TransactionRules transactions = new MariaDbTransactionRules();

    @Override
    public ErrorCodes errors() {
        return errors;
    }

    @Override
    public TransactionRules transactions() {
        return transactions;
    }

    /** A query sees the snapshot of its transaction, but what it reads with a lock is the newest. */
    @Override
    public SqlMacros macros() {
        return SqlMacros.standard()
                .with("[newest]", " lock in share mode")
                .with("[threads]", THREADS)
                .with("[the thread]", THREADS.replace(":threads", "json_array(:thread)"))
                .with(
                        "[parties]",
                        "json_table(:parties, '$[*]' columns (id varchar(257) collate utf8mb4_nopad_bin path '$')) v")
                .with(
                        "[members]",
                        "json_table(:members_json, '$[*]' columns (id varchar(257) collate utf8mb4_nopad_bin"
                                + " path '$[0]', rights int path '$[1]')) v")
                .with("[offsets]", "json_table(:offsets, '$[*]' columns (seqs int path '$')) n")
                .with("[by author]", "force index (#message_own)");
    }

    @Override
    public boolean joinsOffsets() {
        return true;
    }

    /** Returns the catalog: MariaDB calls a schema a database. */
    @Override
    public String schema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    public String folder() {
        return "mariadb";
    }

    @Override
    public void configure(Jdbi jdbi) {
        jdbi.registerArgument(new JsonLists());
        jdbi.registerArgument(new JsonMembers());
        jdbi.registerArgument(new UuidTexts());
    }

    @Override
    public String logged(LoggedChange change) {
        return MariaDbChanges.text(change);
    }

    /** Seen on 11.4, with {@code kill query}. */
    @Override
    public boolean losesValues() {
        return true;
    }

    @Override
    public boolean answersChanges() {
        return true;
    }

    @Override
    public boolean keepsByName() {
        return true;
    }

    @Override
    public boolean runsScripts() {
        return true;
    }

    @Override
    public String plan(WritePlan plan) {
        return MariaDbPlans.text(plan);
    }

    @Override
    public void validate(Connection connection, TableNames names) throws SQLException {
        try (PreparedStatement probe = connection.prepareStatement(names.of(InstallationSql.MARIADB_SETTINGS))) {
            probe.setString(1, names.schema().orElse(null));
            probe.setString(2, names.of("#member"));
            probe.setString(3, "\uD83D\uDE00");
            try (ResultSet answer = probe.executeQuery()) {
                answer.next();
                refuse(
                        answer.getString(1).contains("ORACLE"),
                        "the sql_mode ORACLE, which changes how statements are read");
                refuse(
                        !"F09F9880".equals(answer.getString(3)),
                        "connections that do not keep all characters: utf8mb4 does");
                refuse(
                        !"utf8mb4_nopad_bin".equals(answer.getString(2)),
                        "tables that do not compare texts byte for byte");
            }
        }
    }

    private static void refuse(boolean wrong, String setting) {
        if (wrong) {
            throw new StorageException("this MariaDB database has " + setting, false, false, null);
        }
    }
}
