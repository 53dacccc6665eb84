package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.spi.NewMember;
import java.sql.Types;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds new members as JSON, each with its rights, for a database that has no arrays. */
public final class JsonMembers extends AbstractArgumentFactory<Params.Members> {

    JsonMembers() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Params.Members value, ConfigRegistry config) {
        String json = value.all().stream().map(JsonMembers::pair).collect(Collectors.joining(",", "[", "]"));
        return (position, statement, context) -> statement.setString(position, json);
    }

    private static String pair(NewMember member) {
        return "[" + JsonLists.quoted(member.party().key()) + ","
                + member.rights().bits() + "]";
    }
}
