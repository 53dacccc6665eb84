package dev.postroom.messaging.jdbc;

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

/** Operations that meet each other, on H2. */
class H2InterleavingTest {

    @Nested
    class Box extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Deletion extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class HostTransaction extends HostTransactionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Key extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Membership extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Read extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Send extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Star extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class ThreadChange extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }
}
