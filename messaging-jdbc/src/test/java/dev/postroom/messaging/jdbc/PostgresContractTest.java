package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.ContractSuite;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on PostgreSQL. */
@Tag("slow")
class PostgresContractTest extends ContractSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
