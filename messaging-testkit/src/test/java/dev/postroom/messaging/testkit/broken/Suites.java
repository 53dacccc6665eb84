package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.box.BoxPageContract;
import dev.postroom.messaging.testkit.contract.interleaving.BoxInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.DeletionInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.KeyInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.MembershipInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.ReadInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.SendInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.StarInterleavingContract;
import dev.postroom.messaging.testkit.contract.interleaving.ThreadInterleavingContract;
import dev.postroom.messaging.testkit.contract.mailbox.SendAllContract;
import dev.postroom.messaging.testkit.contract.message.AppendContract;
import dev.postroom.messaging.testkit.contract.message.ClientKeyContract;
import dev.postroom.messaging.testkit.contract.message.MessageRangeContract;
import dev.postroom.messaging.testkit.contract.message.PreviewContract;
import dev.postroom.messaging.testkit.contract.personal.PositionContract;
import dev.postroom.messaging.testkit.contract.personal.StarContract;
import dev.postroom.messaging.testkit.contract.thread.HostTransactionContract;
import dev.postroom.messaging.testkit.contract.thread.IdentityContract;
import dev.postroom.messaging.testkit.contract.thread.LogContract;
import dev.postroom.messaging.testkit.contract.thread.TenantContract;

/**
 * Suites of the contract on whatever storage {@link BrokenTrial} has at hand. They are run by it alone: as they stand here, no
 * test run finds them.
 */
final class Suites {

    private Suites() {}

    static class Append extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class BoxInterleaving extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class BoxPage extends BoxPageContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class ClientKey extends ClientKeyContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class DeletionInterleaving extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class HostTransaction extends HostTransactionContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Identity extends IdentityContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class KeyInterleaving extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Log extends LogContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class MembershipInterleaving extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class MessageRange extends MessageRangeContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Position extends PositionContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Preview extends PreviewContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class ReadInterleaving extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class SendAll extends SendAllContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class SendInterleaving extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Star extends StarContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class StarInterleaving extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class Tenant extends TenantContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }

    static class ThreadInterleaving extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenTrial.newFixture();
        }
    }
}
