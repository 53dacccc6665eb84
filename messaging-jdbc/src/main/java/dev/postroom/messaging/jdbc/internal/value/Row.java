package dev.postroom.messaging.jdbc.internal.value;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The row a result stands at, read as values of the domain. Drivers take their time to find a column by its name. */
public final class Row {

    private final ResultSet result;
    private final Map<String, Integer> columns = new HashMap<>();

    public Row(ResultSet result) {
        this.result = result;
    }

    private int at(String column) throws SQLException {
        Integer known = columns.get(column);
        if (known == null) {
            known = result.findColumn(column);
            columns.put(column, known);
        }
        return known;
    }

    public boolean has(String column) throws SQLException {
        return result.getObject(at(column)) != null;
    }

    public long number(String column) throws SQLException {
        return result.getLong(at(column));
    }

    public OptionalLong optionalNumber(String column) throws SQLException {
        long value = result.getLong(at(column));
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(at(column));
    }

    public String text(String column) throws SQLException {
        return result.getString(at(column));
    }

    public Instant time(String column) throws SQLException {
        return Micros.toInstant(result.getLong(at(column)));
    }

    public Optional<Instant> optionalTime(String column) throws SQLException {
        long value = result.getLong(at(column));
        return result.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(value));
    }

    public Party party(String column) throws SQLException {
        return Party.parse(result.getString(at(column)));
    }

    public Optional<Party> optionalParty(String column) throws SQLException {
        return Optional.ofNullable(result.getString(at(column))).map(Party::parse);
    }

    public TenantId tenant() throws SQLException {
        return new TenantId(result.getString(at("tenant")));
    }

    public ThreadId thread(String column) throws SQLException {
        return new ThreadId(uuid(column));
    }

    public MessageId message(String column) throws SQLException {
        return new MessageId(uuid(column));
    }

    /** Not as the type that is wanted: MariaDB's driver does not know it where it is a named module. */
    private UUID uuid(String column) throws SQLException {
        Object value = result.getObject(at(column));
        return value instanceof UUID uuid ? uuid : UUID.fromString(value.toString());
    }

    public Position position() throws SQLException {
        return new Position(thread("thread_id"), number("seq"));
    }

    public Rights rights() throws SQLException {
        return new Rights(result.getInt("rights"));
    }

    public <E extends Enum<E>> E constant(Codes<E> codes, String column) throws SQLException {
        return codes.from(result.getInt(at(column)));
    }

    /**
     * Makes a value of a row.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Row row) throws SQLException;
    }
}
