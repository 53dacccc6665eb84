package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The data inside one transaction. It is a copy that replaces the stored data when the transaction is committed. */
public class TransactionTenants extends Tenants {

    private final Tenants stored;
    private boolean begun;
    private boolean ended;

    public TransactionTenants(Tenants stored) {
        super(stored.keys());
        this.stored = stored;
    }

    /** Runs an operation, and undoes it if it fails. */
    @Override
    public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
        return locked(() -> {
            begin();
            Map<Object, TenantData> before = copy();
            boolean done = false;
            try {
                T answer = super.in(tenant, operation);
                done = true;
                return answer;
            } finally {
                if (!done) {
                    undo(before);
                }
            }
        });
    }

    /** Undoes a failed operation. */
    public void undo(Map<Object, TenantData> before) {
        replace(before);
    }

    @Override
    public <T> T read(TenantId tenant, Function<TenantData, T> operation) {
        return locked(() -> {
            begin();
            return super.read(tenant, operation);
        });
    }

    @Override
    public <T> T readAll(Function<List<TenantData>, T> operation) {
        return locked(() -> {
            begin();
            return super.readAll(operation);
        });
    }

    public void commit() {
        end(true);
    }

    public void rollback() {
        end(false);
    }

    public boolean isEnded() {
        return locked(() -> ended);
    }

    /** Gets write access at the first operation, as databases do. Before it, no other operation has to wait. */
    private void begin() {
        refuseEnded();
        if (!begun) {
            replace(stored.acquireWriteAccess());
            begun = true;
        }
    }

    private void end(boolean keep) {
        locked(() -> {
            refuseEnded();
            ended = true;
            if (begun && keep) {
                stored.replace(all());
            }
            if (begun) {
                stored.releaseWriteAccess();
            }
            return ended;
        });
    }

    private void refuseEnded() {
        if (ended) {
            throw new ClosedException(ClosedException.What.TRANSACTION);
        }
    }
}
