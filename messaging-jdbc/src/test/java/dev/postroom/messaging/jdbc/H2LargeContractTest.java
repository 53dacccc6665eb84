package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.ContractSuite;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on H2 with large threads. */
@Tag("slow")
class H2LargeContractTest extends ContractSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.onH2(LargeThreads.FROM_TWO);
    }
}
