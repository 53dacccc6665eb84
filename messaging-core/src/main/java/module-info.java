/**
 * Postroom's domain: what hosts call, what adapters implement, and nothing that touches a database.
 *
 * <p>{@code dev.postroom.messaging.internal} is not exported; nothing in it is promised.
 */
module dev.postroom.messaging {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.postroom.messaging;
    exports dev.postroom.messaging.event;
    exports dev.postroom.messaging.model;
    exports dev.postroom.messaging.spi;
}
