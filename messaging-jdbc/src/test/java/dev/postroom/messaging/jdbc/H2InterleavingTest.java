package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.BoxInterleavingContract;
import dev.postroom.messaging.testkit.contract.DeletionInterleavingContract;
import dev.postroom.messaging.testkit.contract.KeyInterleavingContract;
import dev.postroom.messaging.testkit.contract.MembershipInterleavingContract;
import dev.postroom.messaging.testkit.contract.RaceContract;
import dev.postroom.messaging.testkit.contract.ReadInterleavingContract;
import dev.postroom.messaging.testkit.contract.SendInterleavingContract;
import dev.postroom.messaging.testkit.contract.StarInterleavingContract;
import dev.postroom.messaging.testkit.contract.ThreadInterleavingContract;
import org.junit.jupiter.api.Nested;

/** Operations that meet each other on H2. */
class H2InterleavingTest {

    @Nested
    class BoxInterleaving extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class DeletionInterleaving extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class KeyInterleaving extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class MembershipInterleaving extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class Race extends RaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class ReadInterleaving extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class SendInterleaving extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class StarInterleaving extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }

    @Nested
    class ThreadInterleaving extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }
}
