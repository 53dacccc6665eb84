package dev.postroom.messaging.testkit.suite;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.interleaving.BoxInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.DeletionInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.HostTransactionInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.KeyInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.MembershipInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.ReadInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.SendInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.StarInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.ThreadInterleavingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * Runs all contracts in which one operation meets another one that is in flight. {@link StorageSuite} contains this
 * suite. Extend it by itself to test a variant of a storage.
 */
public abstract class InterleavingSuite {

    /** For tests to extend. */
    protected InterleavingSuite() {}

    /**
     * Makes a fixture with an empty storage.
     *
     * @return the fixture, a new one for each test
     */
    protected abstract StorageFixture newFixture();

    @Nested
    @Tag("BoxInterleavingContract")
    class BoxInterleavingTests extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("DeletionInterleavingContract")
    class DeletionInterleavingTests extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("HostTransactionInterleavingContract")
    class HostTransactionInterleavingTests extends HostTransactionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("KeyInterleavingContract")
    class KeyInterleavingTests extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MembershipInterleavingContract")
    class MembershipInterleavingTests extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ReadInterleavingContract")
    class ReadInterleavingTests extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("SendInterleavingContract")
    class SendInterleavingTests extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("StarInterleavingContract")
    class StarInterleavingTests extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ThreadInterleavingContract")
    class ThreadInterleavingTests extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return InterleavingSuite.this.newFixture();
        }
    }
}
