package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** Storages in which all groups of three are large, and get small again with the last one who remains. */
final class LargeThreads {

    private static final JdbcOptions OPTIONS = JdbcOptions.defaults().fanOutLimit(2);

    private LargeThreads() {}

    static StorageFixture onH2() {
        return new H2Fixture(OPTIONS);
    }

    static StorageFixture on(TestServer server) {
        return new ServerFixture(server, OPTIONS);
    }
}
