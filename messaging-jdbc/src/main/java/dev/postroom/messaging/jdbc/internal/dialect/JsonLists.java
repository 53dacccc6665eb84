package dev.postroom.messaging.jdbc.internal.dialect;

import java.sql.Types;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds lists as JSON, for a database that has no arrays. */
public final class JsonLists extends AbstractArgumentFactory<Object[]> {

    JsonLists() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Object[] values, ConfigRegistry config) {
        String json =
                Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(",", "[", "]"));
        return (position, statement, context) -> statement.setString(position, json);
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '"' || at == '\\') {
                json.append('\\').append(at);
            } else if (at < ' ') {
                json.append("\\u").append(String.format("%04x", (int) at));
            } else {
                json.append(at);
            }
        }
        return json.append('"').toString();
    }
}
