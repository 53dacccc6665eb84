package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.MessageWriting;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;
import java.util.Map;
import java.util.function.Function;

/** Makes storages that handle the transaction of the host wrongly. */
final class BrokenTransactions {

    private BrokenTransactions() {}

    private static StorageFixture with(Function<Tenants, TransactionTenants> transaction) {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public TransactionTenants transaction(Tenants tenants) {
                return transaction.apply(tenants);
            }
        });
    }

    /** Keeps the changes that a message made to its thread before it failed. */
    public static StorageFixture keepsHalfAnOperation() {
        return BrokenComponents.fixture(new StorageComponents() {
            @Override
            public TransactionTenants transaction(Tenants tenants) {
                return new TransactionTenants(tenants) {
                    @Override
                    public void undo(Map<Object, TenantData> before) {
                        // The host commits half of the operation.
                    }
                };
            }

            @Override
            public MessageWriting writing(Rules rules) {
                return new MessageWriting(rules) {
                    @Override
                    public SendOutcome append(TenantData data, AppendMessage command) {
                        if (data.messages.containsKey(command.message().id())) {
                            data.thread(command.thread()).ifPresent(thread -> thread.revision++);
                        }
                        return super.append(data, command);
                    }
                };
            }
        });
    }

    /** Commits even if the host rolls back. */
    public static StorageFixture ignoresTheRollback() {
        return with(tenants -> new TransactionTenants(tenants) {
            @Override
            public void rollback() {
                commit();
            }
        });
    }

    /** Changes the data that all callers see. */
    public static StorageFixture showsUncommittedWork() {
        return with(tenants -> new TransactionTenants(tenants) {
            private Map<Object, TenantData> before = Map.of();

            @Override
            public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
                if (before.isEmpty()) {
                    before = tenants.copy();
                }
                T answer = super.in(tenant, operation);
                tenants.replace(copy());
                return answer;
            }

            @Override
            public void rollback() {
                super.rollback();
                tenants.replace(before);
            }
        });
    }

    /**
     * Continues after the end of the transaction. Each operation is then a transaction of its own, as on a connection
     * whose autocommit is on again.
     */
    public static StorageFixture goesOnAfterTheEnd() {
        return with(tenants -> new TransactionTenants(tenants) {
            @Override
            public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
                return isEnded() ? tenants.in(tenant, operation) : super.in(tenant, operation);
            }
        });
    }

    /** Treats a refusal as a failure that rolls back the whole transaction. */
    public static StorageFixture endsWithARefusal() {
        return with(tenants -> new TransactionTenants(tenants) {
            @Override
            public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
                T answer = super.in(tenant, operation);
                if (answer instanceof SendOutcome.Refused) {
                    replace(tenants.copy());
                }
                return answer;
            }
        });
    }
}
