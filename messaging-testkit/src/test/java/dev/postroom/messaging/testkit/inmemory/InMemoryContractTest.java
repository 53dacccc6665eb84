package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AppendContract;
import dev.postroom.messaging.testkit.contract.BoxContract;
import dev.postroom.messaging.testkit.contract.BoxMembershipContract;
import dev.postroom.messaging.testkit.contract.BoxPageContract;
import dev.postroom.messaging.testkit.contract.ClientKeyContract;
import dev.postroom.messaging.testkit.contract.ClosedThreadContract;
import dev.postroom.messaging.testkit.contract.DirectThreadContract;
import dev.postroom.messaging.testkit.contract.GuardOrderContract;
import dev.postroom.messaging.testkit.contract.HostTransactionContract;
import dev.postroom.messaging.testkit.contract.IdentityContract;
import dev.postroom.messaging.testkit.contract.InspectionContract;
import dev.postroom.messaging.testkit.contract.LogContract;
import dev.postroom.messaging.testkit.contract.MailboxGuardContract;
import dev.postroom.messaging.testkit.contract.MemberListContract;
import dev.postroom.messaging.testkit.contract.MembershipContract;
import dev.postroom.messaging.testkit.contract.MessageRangeContract;
import dev.postroom.messaging.testkit.contract.MessageReadingContract;
import dev.postroom.messaging.testkit.contract.MessageRemovalContract;
import dev.postroom.messaging.testkit.contract.PositionContract;
import dev.postroom.messaging.testkit.contract.PreviewContract;
import dev.postroom.messaging.testkit.contract.RandomWalkContract;
import dev.postroom.messaging.testkit.contract.ReadAllContract;
import dev.postroom.messaging.testkit.contract.ReceiptContract;
import dev.postroom.messaging.testkit.contract.ReplyReadsContract;
import dev.postroom.messaging.testkit.contract.StarContract;
import dev.postroom.messaging.testkit.contract.TenantContract;
import dev.postroom.messaging.testkit.contract.TextContract;
import dev.postroom.messaging.testkit.contract.ThreadCreationContract;
import dev.postroom.messaging.testkit.contract.TideContract;
import dev.postroom.messaging.testkit.contract.TimeContract;
import dev.postroom.messaging.testkit.contract.UnreadContract;
import dev.postroom.messaging.testkit.contract.UnreadTotalsContract;
import org.junit.jupiter.api.Nested;

/** The in-memory storage keeps the contract. */
class InMemoryContractTest {

    @Nested
    class Append extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Box extends BoxContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class BoxMembership extends BoxMembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class BoxPage extends BoxPageContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ClientKey extends ClientKeyContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ClosedThread extends ClosedThreadContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class DirectThread extends DirectThreadContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class GuardOrder extends GuardOrderContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class HostTransaction extends HostTransactionContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Identity extends IdentityContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Inspection extends InspectionContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Log extends LogContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MailboxGuard extends MailboxGuardContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MemberList extends MemberListContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Membership extends MembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MessageRange extends MessageRangeContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MessageReading extends MessageReadingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MessageRemoval extends MessageRemovalContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Position extends PositionContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Preview extends PreviewContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class RandomWalk extends RandomWalkContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ReadAll extends ReadAllContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Receipt extends ReceiptContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ReplyReads extends ReplyReadsContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Star extends StarContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Tenant extends TenantContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Text extends TextContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class ThreadCreation extends ThreadCreationContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Tide extends TideContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Time extends TimeContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Unread extends UnreadContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class UnreadTotals extends UnreadTotalsContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
