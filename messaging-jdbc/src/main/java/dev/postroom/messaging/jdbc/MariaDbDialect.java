package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** MariaDB. Several statements go in one round trip as a compound statement; see {@link MariaDbBlocks}. */
final class MariaDbDialect implements Dialect {

    private static final int DUPLICATE = 1062;
    private static final int MISSING_SCHEMA = 1049;
    private static final int MISSING_COLUMN = 1054;
    private static final int MISSING_TABLE = 1146;
    private static final int LOCK_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int CHANGED_SINCE_READ = 1020;

    /** Statement time-outs, too many connections, a server that goes down. */
    private static final Set<Integer> PASSING = Set.of(1040, 1048, 1053, 1317, 1467, 1969, 1927, 3024);

    private static final String READ_COMMITTED = "set transaction isolation level read committed";

    /** What MariaDB calls a database is a schema to others. */
    @Override
    public String schema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    public boolean isMissingSchema(SQLException failure) {
        return failure.getErrorCode() == MISSING_SCHEMA;
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == MISSING_COLUMN;
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

    /** Whoever began to read before sees the past, but for what is read with a lock. */
    @Override
    public String newest() {
        return " lock in share mode";
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
    public void takeBack(Connection connection, boolean joined) throws SQLException {
        MariaDbBlocks.takeBack(connection, joined);
    }

    @Override
    public String threads() {
        return "(select cast(j.id as uuid) as id from json_table(:threads, '$[*]' columns (id char(36) path '$')) j) v";
    }

    @Override
    public String theThread() {
        return threads().replace(":threads", "json_array(:thread)");
    }

    @Override
    public String parties() {
        return "json_table(:parties, '$[*]' columns (id varchar(257) collate utf8mb4_nopad_bin path '$')) v";
    }

    @Override
    public String members() {
        return "json_table(:members_json, '$[*]' columns (id varchar(257) collate utf8mb4_nopad_bin path '$[0]',"
                + " rights int path '$[1]')) v";
    }

    @Override
    public Optional<String> offsets() {
        return Optional.of("json_table(:offsets, '$[*]' columns (seqs int path '$')) n");
    }

    @Override
    public String byAuthor() {
        return "force index (#message_own)";
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE;
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == MISSING_TABLE;
    }

    @Override
    public boolean isTransient(SQLException failure) {
        int code = failure.getErrorCode();
        return code == DEADLOCK || code == LOCK_TIMEOUT || code == CHANGED_SINCE_READ;
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return isTransient(failure) || PASSING.contains(failure.getErrorCode());
    }

    /** The connection goes on in a new transaction as if nothing had been. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK
                || failure.getErrorCode() == CHANGED_SINCE_READ
                || isConnection(failure);
    }

    /** Others quote keys, or the statement around a place, values and all. */
    @Override
    public boolean isPresentable(SQLException failure) {
        return isTransient(failure) || isConnection(failure);
    }

    private static boolean isConnection(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }

    /** Other isolations lock what is not there: two sends of new keys would block each other. Only the next transaction. */
    @Override
    public void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ_COMMITTED)) {
            statement.execute();
        }
    }

    @Override
    public void prepare(Connection connection) {}

    @Override
    public void validate(Connection connection, SqlRenderer names) throws SQLException {
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
