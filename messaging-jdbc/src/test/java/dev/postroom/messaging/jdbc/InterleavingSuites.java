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

/** Operations that meet another one in flight, for the databases that extend this. */
abstract class InterleavingSuites {

    /** An empty storage for each test. */
    abstract StorageFixture fixture();

    @Nested
    class Box extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Deletion extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Key extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Membership extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Read extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Send extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Star extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class ThreadChange extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class HostTransaction extends HostTransactionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }
}
