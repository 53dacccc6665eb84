package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.session.Statements;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.StorageException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Operations inside a transaction that somebody else began and will end. Each is undone as a whole if it fails, so that
 * no half of it is committed later; none is ever repeated, for what came before it in the transaction is not known here.
 */
public final class HostTransactions implements Transactions {

    private final Supplier<Handle> opened;
    private final Statements statements;
    private final Dialect dialect;
    private final Runnable lost;

    HostTransactions(Supplier<Handle> opened, Statements statements, Runnable lost) {
        this.opened = opened;
        this.statements = statements;
        dialect = statements.dialect();
        this.lost = lost;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return on(handle -> {
            Session session = new Session(handle, statements);
            try {
                return operation.apply(session);
            } catch (RuntimeException e) {
                if (ends(e) && dialect.transactions().savepoints()) {
                    OperationSavepoint.everything(handle.getConnection());
                } else if (session.hasOpenScript()) {
                    OperationSavepoint.script(handle.getConnection(), dialect.transactions());
                } else if (!dialect.transactions().savepoints()
                        && session.hasChangedRows()
                        && Failures.sql(e).isEmpty()) {
                    throw OperationSavepoint.lost(handle.getConnection());
                }
                throw e;
            }
        });
    }

    @Override
    public <T> T write(Function<Session, T> operation) {
        return single(operation);
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        return dialect.transactions().savepoints() ? undoable(operation) : single(operation);
    }

    @Override
    public <T> T undoable(Function<Session, T> operation) {
        return on(handle -> {
            OperationSavepoint undo = OperationSavepoint.from(handle.getConnection());
            Session session = new Session(handle, statements);
            boolean keep = false;
            boolean ended = false;
            try {
                T answer = operation.apply(session);
                keep = !session.isUndone() || !session.hasChanged();
                return answer;
            } catch (RuntimeException e) {
                ended = ends(e);
                throw e;
            } finally {
                if (ended) {
                    OperationSavepoint.everything(handle.getConnection());
                } else {
                    undo.end(keep);
                }
            }
        });
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public boolean runsScripts() {
        return dialect.runsScripts();
    }

    /** The moment that is seen is the host transaction's. */
    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return single(operation);
    }

    private boolean ends(RuntimeException failure) {
        return Failures.sql(failure).filter(dialect.errors()::endsTransaction).isPresent();
    }

    private <T> T on(Function<Handle, T> operation) {
        try (Handle handle = opened.get()) {
            return operation.apply(handle);
        } catch (StorageException e) {
            throw noted(e);
        } catch (MessagingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw noted(Failures.storage(e, dialect.errors(), true));
        }
    }

    private StorageException noted(StorageException failure) {
        if (failure.transactionLost()) {
            lost.run();
        }
        return failure;
    }
}
