package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on MariaDB with large threads. */
@Tag("slow")
class MariaDbLargeContractTest extends ContractSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_TWO);
    }
}
