/**
 * The domain of Postroom: the API for hosts, the ports for adapters, and no code that uses a database.
 *
 * <p>The packages below {@code dev.postroom.messaging.internal} are not exported, and may change at any time.
 */
module dev.postroom.messaging {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.postroom.messaging;
    exports dev.postroom.messaging.event;
    exports dev.postroom.messaging.model;
    exports dev.postroom.messaging.spi;
}
