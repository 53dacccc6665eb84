package dev.postroom.messaging.spi;

/**
 * A transaction of the host that operations can take part in. The storage makes one out of what the host has, such as
 * {@code JdbcStorage.transaction(connection)}, and only that storage understands it; it shows nothing to anybody else.
 *
 * <p>The host began the transaction and ends it; this ends with it, and is not used again. It is used by one Java thread
 * at a time, as the transaction is.
 */
public interface HostTransaction {}
