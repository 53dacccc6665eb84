package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AppendContract;
import dev.postroom.messaging.testkit.contract.ClientKeyContract;
import dev.postroom.messaging.testkit.contract.ClosedThreadContract;
import dev.postroom.messaging.testkit.contract.GuardOrderContract;
import dev.postroom.messaging.testkit.contract.TextContract;
import dev.postroom.messaging.testkit.contract.ThreadCreationContract;

/** The in-memory storage keeps the contract. */
final class InMemoryContractTest {

    private InMemoryContractTest() {}

    static class Append extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class ClientKey extends ClientKeyContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class ClosedThread extends ClosedThreadContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class GuardOrder extends GuardOrderContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Text extends TextContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class ThreadCreation extends ThreadCreationContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
