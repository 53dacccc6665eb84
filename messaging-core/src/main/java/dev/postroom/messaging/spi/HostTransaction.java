package dev.postroom.messaging.spi;

/**
 * A transaction of the host that operations can be part of. A storage creates it from an object of the host, for
 * example by {@code JdbcStorage.transaction(connection)}. Only that storage can use it.
 *
 * <p>The host begins the transaction and ends it. This object ends with the transaction and cannot be used again. As
 * the transaction itself, it is used by one Java thread at a time.
 */
public interface HostTransaction {}
