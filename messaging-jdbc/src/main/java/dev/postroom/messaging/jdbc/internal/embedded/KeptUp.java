package dev.postroom.messaging.jdbc.internal.embedded;

import dev.postroom.messaging.jdbc.internal.transaction.SurroundedTransactions;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import java.util.function.Supplier;

/** Work on an embedded file, with the upkeep that the file needs before and after operations that write. */
public final class KeptUp extends SurroundedTransactions {

    private final FileCompaction upkeep;

    KeptUp(Transactions work, FileCompaction upkeep) {
        super(work);
        this.upkeep = upkeep;
    }

    @Override
    protected <T> T reading(Supplier<T> operation) {
        return upkeep.watched(operation);
    }

    @Override
    protected <T> T writing(Supplier<T> operation) {
        upkeep.before();
        T answer = upkeep.watched(operation);
        upkeep.after();
        return answer;
    }
}
