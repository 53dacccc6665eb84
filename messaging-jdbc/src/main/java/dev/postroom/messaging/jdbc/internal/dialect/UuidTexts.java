package dev.postroom.messaging.jdbc.internal.dialect;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds UUIDs as texts: MariaDB's driver has another way, but not where it is a named module. */
public final class UuidTexts extends AbstractArgumentFactory<UUID> {

    UuidTexts() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
        String text = value.toString();
        return (position, statement, context) -> statement.setString(position, text);
    }
}
