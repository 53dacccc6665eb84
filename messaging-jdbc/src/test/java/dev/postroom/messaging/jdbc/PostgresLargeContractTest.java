package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on PostgreSQL with large threads. */
@Tag("slow")
class PostgresLargeContractTest extends ContractSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.on(TestServer.POSTGRESQL, LargeThreads.FROM_TWO);
    }
}
