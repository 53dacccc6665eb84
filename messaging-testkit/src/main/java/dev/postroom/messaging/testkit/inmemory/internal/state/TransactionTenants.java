package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The data inside one transaction: a copy, which takes the place of what is stored when the transaction is committed. */
public class TransactionTenants extends Tenants {

    private final Tenants stored;
    private boolean begun;
    private boolean ended;

    public TransactionTenants(Tenants stored) {
        super(stored.keys());
        this.stored = stored;
    }

    /** Keeps nothing of an operation that fails. */
    @Override
    public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
        return alone(() -> {
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

    /** Takes back a failed operation. */
    public void undo(Map<Object, TenantData> before) {
        replace(before);
    }

    @Override
    public <T> T read(TenantId tenant, Function<TenantData, T> operation) {
        return alone(() -> {
            begin();
            return super.read(tenant, operation);
        });
    }

    @Override
    public <T> T readAll(Function<List<TenantData>, T> operation) {
        return alone(() -> {
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
        return alone(() -> ended);
    }

    /** With the first operation, as databases do: until then nobody is kept waiting. */
    private void begin() {
        refuseEnded();
        if (!begun) {
            replace(stored.takeTurn());
            begun = true;
        }
    }

    private void end(boolean keep) {
        alone(() -> {
            refuseEnded();
            ended = true;
            if (begun && keep) {
                stored.replace(all());
            }
            if (begun) {
                stored.endTurn();
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
