package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** Storages in which threads are large although they have few members. */
final class LargeThreads {

    /** Every thread of two is large, and stays so. */
    static final JdbcOptions FROM_TWO = JdbcOptions.defaults().fanOutLimit(1);

    /** Every thread of three is large, until only one member is left. */
    static final JdbcOptions FROM_THREE = JdbcOptions.defaults().fanOutLimit(2);

    /** Threads of five are large, until two members are left. */
    static final JdbcOptions FROM_FIVE = JdbcOptions.defaults().fanOutLimit(4);

    private LargeThreads() {}

    static StorageFixture onH2(JdbcOptions options) {
        return new H2Fixture(options);
    }

    static StorageFixture on(TestServer server, JdbcOptions options) {
        return new ServerFixture(server, options);
    }
}
