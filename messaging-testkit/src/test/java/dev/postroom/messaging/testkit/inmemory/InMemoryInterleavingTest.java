package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.BoxInterleavingContract;
import dev.postroom.messaging.testkit.contract.DeletionInterleavingContract;
import dev.postroom.messaging.testkit.contract.HostTransactionInterleavingContract;
import dev.postroom.messaging.testkit.contract.KeyInterleavingContract;
import dev.postroom.messaging.testkit.contract.MembershipInterleavingContract;
import dev.postroom.messaging.testkit.contract.ReadInterleavingContract;
import dev.postroom.messaging.testkit.contract.SendInterleavingContract;
import dev.postroom.messaging.testkit.contract.StarInterleavingContract;
import dev.postroom.messaging.testkit.contract.ThreadInterleavingContract;
import org.junit.jupiter.api.Nested;

/** The in-memory storage under fixed interleavings. */
class InMemoryInterleavingTest {

    @Nested
    class Send extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ThreadItself extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class HostTransaction extends HostTransactionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Key extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Read extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Deletion extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Box extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Star extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Membership extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
