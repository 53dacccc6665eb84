package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Mailboxes;
import dev.postroom.messaging.Maintenance;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.Tenant;
import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.internal.verify.Verifier;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the storage, the settings and the closed flag that all mailboxes share. */
public final class DefaultMessaging implements Messaging {

    private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);

    private final Storage storage;
    private final Settings settings;
    private final TimeOrderedIds ids;
    private final AtomicBoolean closed;

    /**
     * Creates a messaging.
     *
     * @param storage the storage for the conversations
     * @param settings the values that were given to the builder
     */
    public DefaultMessaging(Storage storage, Settings settings) {
        this(storage, settings, new TimeOrderedIds(settings.clock()), new AtomicBoolean());
        LOG.debug("Messaging opened on {}", storage);
    }

    private DefaultMessaging(Storage storage, Settings settings, TimeOrderedIds ids, AtomicBoolean closed) {
        this.storage = storage;
        this.settings = settings;
        this.ids = ids;
        this.closed = closed;
    }

    @Override
    public Tenant tenant(@Nullable TenantId tenant) {
        if (tenant == null) {
            throw new InvalidException("tenantId", "must not be null");
        }
        return new DefaultTenant(tenant);
    }

    @Override
    public Mailboxes in(@Nullable HostTransaction transaction) {
        Storage joined = storage().joined(Arguments.arg("transaction", transaction));
        return new InsideTransaction(new DefaultMessaging(joined, settings, ids, closed));
    }

    @Override
    public Maintenance maintenance() {
        return () -> new Verifier(storage().inspection()).verify();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            storage.close();
            LOG.debug("Messaging closed on {}", storage);
        }
    }

    /** Returns the storage, or throws an exception if this messaging is closed. Every call begins with this method. */
    Storage storage() {
        if (closed.get()) {
            throw new ClosedException(ClosedException.What.MESSAGING);
        }
        return storage;
    }

    Settings settings() {
        return settings;
    }

    TimeOrderedIds ids() {
        return ids;
    }

    /**
     * The mailboxes inside a transaction of the host. This is not a {@link Messaging}, so that a host that wants to end
     * its transaction cannot close the storage by mistake.
     *
     * @param engine the messaging on the view of the storage inside the transaction
     */
    private record InsideTransaction(DefaultMessaging engine) implements Mailboxes {

        @Override
        public Tenant tenant(@Nullable TenantId tenant) {
            return engine.tenant(tenant);
        }
    }

    private final class DefaultTenant implements Tenant {

        private final TenantId id;

        DefaultTenant(TenantId id) {
            this.id = id;
        }

        @Override
        public TenantId id() {
            return id;
        }

        @Override
        public Mailbox as(@Nullable Party party) {
            if (party == null) {
                throw new InvalidException("party", "must not be null");
            }
            return new DefaultMailbox(DefaultMessaging.this, Caller.self(id, party));
        }
    }
}
