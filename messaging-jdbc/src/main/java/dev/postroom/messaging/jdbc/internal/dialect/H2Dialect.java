package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.failure.ErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.H2ErrorCodes;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.rules.H2TransactionRules;
import dev.postroom.messaging.jdbc.internal.rules.H2Writers;
import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/** H2 2.x. */
public final class H2Dialect implements Dialect {

    private static final String FILE = "select database_path()";

    private static final String MODE =
            "select s.setting_value from information_schema.settings s where s.setting_name = 'MODE'";

    /** Compatibility modes that lack LIMIT, for instance. */
    private static final Set<String> UNREADABLE = Set.of("STRICT", "MSSQLSERVER");

    private final ErrorCodes errors;
    private final TransactionRules transactions;

    private H2Dialect(Duration sessionTimeout, Optional<Lock> oneWriter, boolean memory) {
        errors = new H2ErrorCodes(memory);
        transactions = new H2TransactionRules(sessionTimeout, oneWriter);
    }

    /** Returns the dialect of a database that only this library has connections to. */
    public static H2Dialect embedded(Duration sessionTimeout) {
        return new H2Dialect(sessionTimeout, Optional.empty(), false);
    }

    @Override
    public ErrorCodes errors() {
        return errors;
    }

    @Override
    public TransactionRules transactions() {
        return transactions;
    }

    @Override
    public SqlMacros macros() {
        return SqlMacros.standard().orderingByFixed();
    }

    /** Returns the dialect of a database that the host has connections to as well, in memory or in a file. */
    public static H2Dialect ofHost(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery(FILE)) {
            Optional<String> path = file.next() ? Optional.ofNullable(file.getString(1)) : Optional.empty();
            return new H2Dialect(Duration.ZERO, path.map(H2Writers::of), path.isEmpty());
        }
    }

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public String logged(LoggedChange change) {
        return NestedChanges.h2(change);
    }

    @Override
    public void validate(Connection connection, TableNames names) throws SQLException {
        try (PreparedStatement probe = connection.prepareStatement(names.of(InstallationSql.IDENTIFIERS))) {
            ResultSetMetaData columns = probe.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                refuse(columns.getColumnTypeName(column).contains("IGNORECASE"), "IGNORECASE");
            }
        }
        String text = "select cast(? as varchar(9)) < cast(? as varchar(9)), cast(? as varchar(9)) is null";
        try (PreparedStatement probe = connection.prepareStatement(text)) {
            probe.setString(1, "a");
            probe.setString(2, "B");
            probe.setString(3, "");
            try (ResultSet answer = probe.executeQuery()) {
                answer.next();
                refuse(answer.getBoolean(1), "a collation");
                refuse(answer.getBoolean(2), "a mode in which empty texts are null");
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery(MODE)) {
            if (mode.next() && UNREADABLE.contains(mode.getString(1).toUpperCase(Locale.ROOT))) {
                throw new StorageException(
                        "this H2 database is in the mode " + mode.getString(1) + ", which does not read all statements",
                        false,
                        false,
                        null);
            }
        }
    }

    private static void refuse(boolean wrong, String setting) {
        if (wrong) {
            throw new StorageException(
                    "this H2 database has " + setting + ", but texts must be kept and compared as they are",
                    false,
                    false,
                    null);
        }
    }
}
