package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Operations inside a transaction that somebody else began and will end. Each is undone as a whole if it fails, so that
 * no half of it is committed later; none is ever repeated, for what came before it in the transaction is not known here.
 */
final class JoinedWork implements Work {

    private static final String SAVEPOINT = "postroom";

    private final Jdbi jdbi;
    private final Names names;
    private final Dialect dialect;

    JoinedWork(Jdbi jdbi, Names names, Dialect dialect) {
        this.jdbi = jdbi;
        this.names = names;
        this.dialect = dialect;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        try (Handle handle = jdbi.open()) {
            return operation.apply(new Session(handle, names, dialect));
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.storage(e, dialect, true);
        }
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        try (Handle handle = jdbi.open()) {
            Session session = new Session(handle, names, dialect);
            if (!dialect.hasSavepoints()) {
                return operation.apply(session);
            }
            handle.savepoint(SAVEPOINT);
            boolean keep = false;
            try {
                T answer = operation.apply(session);
                keep = !session.isUndone();
                return answer;
            } catch (RuntimeException e) {
                keep = Failures.sql(e).filter(dialect::endsTransaction).isPresent();
                throw e;
            } finally {
                if (!keep) {
                    handle.rollbackToSavepoint(SAVEPOINT);
                }
            }
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.storage(e, dialect, true);
        }
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
}
