/**
 * Postroom's storage on SQL databases.
 *
 * <p>Drivers are the host's choice. H2 is needed only by {@code JdbcStorage.embedded}, so hosts on other databases do not
 * carry it.
 */
@SuppressWarnings("requires-transitive-automatic") // Jdbi has a module name, but no descriptor.
module dev.postroom.messaging.jdbc {
    requires transitive dev.postroom.messaging;
    requires transitive java.sql;
    requires io.leangen.geantyref; // for Jdbi, which has no descriptor to ask for it
    requires java.naming; // for H2, whose data source is a javax.naming.Referenceable
    requires transitive org.jdbi.v3.core; // JdbcStorage.transaction(Handle)
    requires org.slf4j;
    requires static org.jspecify;
    requires static com.h2database;

    exports dev.postroom.messaging.jdbc;
}
