package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on PostgreSQL. */
@Tag("slow")
class PostgresContractTest extends ContractSuites {

    @Override
    StorageFixture fixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
