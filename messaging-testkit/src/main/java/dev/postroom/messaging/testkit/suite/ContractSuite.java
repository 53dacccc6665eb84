package dev.postroom.messaging.testkit.suite;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.box.BoxContract;
import dev.postroom.messaging.testkit.contract.box.BoxMembershipContract;
import dev.postroom.messaging.testkit.contract.box.BoxPageContract;
import dev.postroom.messaging.testkit.contract.message.AppendContract;
import dev.postroom.messaging.testkit.contract.message.ClientKeyContract;
import dev.postroom.messaging.testkit.contract.message.MessageRangeContract;
import dev.postroom.messaging.testkit.contract.message.MessageReadingContract;
import dev.postroom.messaging.testkit.contract.message.MessageRemovalContract;
import dev.postroom.messaging.testkit.contract.message.PreviewContract;
import dev.postroom.messaging.testkit.contract.message.TextContract;
import dev.postroom.messaging.testkit.contract.personal.PositionContract;
import dev.postroom.messaging.testkit.contract.personal.ReadAllContract;
import dev.postroom.messaging.testkit.contract.personal.ReceiptContract;
import dev.postroom.messaging.testkit.contract.personal.ReplyReadsContract;
import dev.postroom.messaging.testkit.contract.personal.StarContract;
import dev.postroom.messaging.testkit.contract.personal.UnreadContract;
import dev.postroom.messaging.testkit.contract.personal.UnreadTotalsContract;
import dev.postroom.messaging.testkit.contract.random.RandomWalkContract;
import dev.postroom.messaging.testkit.contract.random.ThreadSizeContract;
import dev.postroom.messaging.testkit.contract.storage.GuardOrderContract;
import dev.postroom.messaging.testkit.contract.storage.HostTransactionContract;
import dev.postroom.messaging.testkit.contract.storage.IdentityContract;
import dev.postroom.messaging.testkit.contract.storage.InspectionContract;
import dev.postroom.messaging.testkit.contract.storage.LogContract;
import dev.postroom.messaging.testkit.contract.storage.MailboxGuardContract;
import dev.postroom.messaging.testkit.contract.storage.TenantContract;
import dev.postroom.messaging.testkit.contract.storage.TimeContract;
import dev.postroom.messaging.testkit.contract.thread.ClosedThreadContract;
import dev.postroom.messaging.testkit.contract.thread.DirectThreadContract;
import dev.postroom.messaging.testkit.contract.thread.MemberListContract;
import dev.postroom.messaging.testkit.contract.thread.MembershipContract;
import dev.postroom.messaging.testkit.contract.thread.ThreadCreationContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * Runs all contracts of the storage port in which one operation runs at a time. {@link StorageSuite} contains this
 * suite. Extend it by itself to test a variant of a storage.
 */
public abstract class ContractSuite {

    /** For tests to extend. */
    protected ContractSuite() {}

    /**
     * Makes a fixture with an empty storage.
     *
     * @return the fixture, a new one for each test
     */
    protected abstract StorageFixture newFixture();

    @Nested
    @Tag("AppendContract")
    class AppendTests extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("BoxContract")
    class BoxTests extends BoxContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("BoxMembershipContract")
    class BoxMembershipTests extends BoxMembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("BoxPageContract")
    class BoxPageTests extends BoxPageContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ClientKeyContract")
    class ClientKeyTests extends ClientKeyContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ClosedThreadContract")
    class ClosedThreadTests extends ClosedThreadContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("DirectThreadContract")
    class DirectThreadTests extends DirectThreadContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("GuardOrderContract")
    class GuardOrderTests extends GuardOrderContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("HostTransactionContract")
    class HostTransactionTests extends HostTransactionContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("IdentityContract")
    class IdentityTests extends IdentityContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("InspectionContract")
    class InspectionTests extends InspectionContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("LogContract")
    class LogTests extends LogContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MailboxGuardContract")
    class MailboxGuardTests extends MailboxGuardContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MemberListContract")
    class MemberListTests extends MemberListContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MembershipContract")
    class MembershipTests extends MembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MessageRangeContract")
    class MessageRangeTests extends MessageRangeContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MessageReadingContract")
    class MessageReadingTests extends MessageReadingContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MessageRemovalContract")
    class MessageRemovalTests extends MessageRemovalContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("PositionContract")
    class PositionTests extends PositionContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("PreviewContract")
    class PreviewTests extends PreviewContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("RandomWalkContract")
    class RandomWalkTests extends RandomWalkContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ReadAllContract")
    class ReadAllTests extends ReadAllContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ReceiptContract")
    class ReceiptTests extends ReceiptContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ReplyReadsContract")
    class ReplyReadsTests extends ReplyReadsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("StarContract")
    class StarTests extends StarContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("TenantContract")
    class TenantTests extends TenantContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("TextContract")
    class TextTests extends TextContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ThreadCreationContract")
    class ThreadCreationTests extends ThreadCreationContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("ThreadSizeContract")
    class ThreadSizeTests extends ThreadSizeContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("TimeContract")
    class TimeTests extends TimeContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("UnreadContract")
    class UnreadTests extends UnreadContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("UnreadTotalsContract")
    class UnreadTotalsTests extends UnreadTotalsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractSuite.this.newFixture();
        }
    }
}
