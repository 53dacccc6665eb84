package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What the storage port promises, on MariaDB. */
@Tag("slow")
class MariaDbContractTest extends ContractSuites {

    @Override
    StorageFixture fixture() {
        return new ServerFixture(TestServer.MARIADB);
    }
}
