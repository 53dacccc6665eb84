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
import dev.postroom.messaging.testkit.contract.storage.HostTransactionContract;
import dev.postroom.messaging.testkit.contract.storage.IdentityContract;
import dev.postroom.messaging.testkit.contract.storage.LogContract;
import dev.postroom.messaging.testkit.contract.storage.TenantContract;

/**
 * Contracts on the storage that {@link BrokenStoreRun} sets. Only that class runs them: no test run finds them, because
 * they are nested classes of a class without tests.
 */
final class Suites {

    private Suites() {}

    static class Append extends AppendContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class BoxInterleaving extends BoxInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class BoxPage extends BoxPageContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class ClientKey extends ClientKeyContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class DeletionInterleaving extends DeletionInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class HostTransaction extends HostTransactionContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Identity extends IdentityContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class KeyInterleaving extends KeyInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Log extends LogContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class MembershipInterleaving extends MembershipInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class MessageRange extends MessageRangeContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Position extends PositionContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Preview extends PreviewContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class ReadInterleaving extends ReadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class SendAll extends SendAllContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class SendInterleaving extends SendInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Star extends StarContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class StarInterleaving extends StarInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class Tenant extends TenantContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }

    static class ThreadInterleaving extends ThreadInterleavingContract {
        @Override
        protected StorageFixture newFixture() {
            return BrokenStoreRun.newFixture();
        }
    }
}
