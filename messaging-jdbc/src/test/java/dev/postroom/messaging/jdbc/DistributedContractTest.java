package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.ContractSuite;
import org.junit.jupiter.api.Tag;

/** The rules of the storage port, on PostgreSQL with statements as a distributed one accepts them. */
@Tag("slow")
class DistributedContractTest extends ContractSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.POSTGRESQL, JdbcOptions.defaults().distributed());
    }
}
