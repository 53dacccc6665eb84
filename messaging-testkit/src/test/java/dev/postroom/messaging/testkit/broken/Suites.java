package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AppendContract;
import dev.postroom.messaging.testkit.contract.BoxInterleavingContract;
import dev.postroom.messaging.testkit.contract.BoxPageContract;
import dev.postroom.messaging.testkit.contract.ClientKeyContract;
import dev.postroom.messaging.testkit.contract.DeletionInterleavingContract;
import dev.postroom.messaging.testkit.contract.HostTransactionContract;
import dev.postroom.messaging.testkit.contract.IdentityContract;
import dev.postroom.messaging.testkit.contract.KeyInterleavingContract;
import dev.postroom.messaging.testkit.contract.LogContract;
import dev.postroom.messaging.testkit.contract.MembershipInterleavingContract;
import dev.postroom.messaging.testkit.contract.MessageRangeContract;
import dev.postroom.messaging.testkit.contract.PositionContract;
import dev.postroom.messaging.testkit.contract.PreviewContract;
import dev.postroom.messaging.testkit.contract.ReadInterleavingContract;
import dev.postroom.messaging.testkit.contract.SendAllContract;
import dev.postroom.messaging.testkit.contract.SendInterleavingContract;
import dev.postroom.messaging.testkit.contract.StarContract;
import dev.postroom.messaging.testkit.contract.StarInterleavingContract;
import dev.postroom.messaging.testkit.contract.TenantContract;
import dev.postroom.messaging.testkit.contract.ThreadInterleavingContract;

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
