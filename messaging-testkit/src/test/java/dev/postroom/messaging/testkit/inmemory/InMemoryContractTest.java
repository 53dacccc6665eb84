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
import dev.postroom.messaging.testkit.contract.IdentityContract;
import dev.postroom.messaging.testkit.contract.InspectionContract;
import dev.postroom.messaging.testkit.contract.LogContract;
import dev.postroom.messaging.testkit.contract.MailboxGuardContract;
import dev.postroom.messaging.testkit.contract.MemberListContract;
import dev.postroom.messaging.testkit.contract.MembershipContract;
import dev.postroom.messaging.testkit.contract.MessageReadingContract;
import dev.postroom.messaging.testkit.contract.MessageRemovalContract;
import dev.postroom.messaging.testkit.contract.PositionContract;
import dev.postroom.messaging.testkit.contract.PreviewContract;
import dev.postroom.messaging.testkit.contract.RandomWalkContract;
import dev.postroom.messaging.testkit.contract.ReadAllContract;
import dev.postroom.messaging.testkit.contract.StarContract;
import dev.postroom.messaging.testkit.contract.TenantContract;
import dev.postroom.messaging.testkit.contract.TextContract;
import dev.postroom.messaging.testkit.contract.ThreadCreationContract;
import dev.postroom.messaging.testkit.contract.TimeContract;
import dev.postroom.messaging.testkit.contract.UnreadContract;
import dev.postroom.messaging.testkit.contract.UnreadTotalsContract;

/** The in-memory storage keeps the contract. */
final class InMemoryContractTest {

    private InMemoryContractTest() {}

    static class Append extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Box extends BoxContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class BoxMembership extends BoxMembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class BoxPage extends BoxPageContract {
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

    static class DirectThread extends DirectThreadContract {
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

    static class Identity extends IdentityContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Inspection extends InspectionContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Log extends LogContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class MailboxGuard extends MailboxGuardContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class MemberList extends MemberListContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Membership extends MembershipContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class MessageReading extends MessageReadingContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class MessageRemoval extends MessageRemovalContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Position extends PositionContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Preview extends PreviewContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class RandomWalk extends RandomWalkContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class ReadAll extends ReadAllContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Star extends StarContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Tenant extends TenantContract {
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

    static class Time extends TimeContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class Unread extends UnreadContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    static class UnreadTotals extends UnreadTotalsContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
