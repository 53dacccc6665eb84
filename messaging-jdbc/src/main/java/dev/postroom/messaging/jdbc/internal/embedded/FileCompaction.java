package dev.postroom.messaging.jdbc.internal.embedded;

import dev.postroom.messaging.jdbc.internal.failure.CommitFailure;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an embedded file needs besides its operations: a look at the numbers of the log each time it was opened, and to be
 * written anew when it has grown too much. Runs before and after operations that write, one at a time.
 */
public final class FileCompaction {

    private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);

    /** The length at which a file is written anew, as a multiple of its length after the last time. */
    private static final int TIMES = 3;

    /** The longest time that operations wait for a running one before the file is written anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE_AFTER_WAITING = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);

    private final EmbeddedFile file;
    private final CompactionLock gate = new CompactionLock();
    private final String restart;
    private final long floor;
    private volatile boolean closed;
    private long limit;
    private long notBefore = System.nanoTime();

    FileCompaction(EmbeddedFile file, String restart, long floor) {
        this.file = file;
        this.restart = restart;
        this.floor = floor;
        this.limit = floor;
    }

    /** Once, after opening: what a killed process left large is small enough only if most of it is in use. */
    void begin() throws SQLException {
        file.restart(restart);
        limit = Math.max(floor, TIMES * file.live());
    }

    /** Runs an operation while the file is not written anew, and looks at how it fails. */
    <T> T watched(Supplier<T> operation) {
        return gate.through(() -> {
            refuseIfClosed();
            try {
                return operation.get();
            } catch (StorageException e) {
                Failures.sql(e).ifPresent(file::failed);
                if (!(e.getCause() instanceof CommitFailure)) {
                    refuseIfClosed();
                }
                throw e;
            }
        });
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new ClosedException(ClosedException.What.MESSAGING);
        }
    }

    /** Closes the file once the operations that run have ended; breaks off those that take too long. */
    void close() {
        closed = true;
        if (!gate.alone(PATIENCE, file::close)) {
            file.close();
        }
    }

    /** Before an operation that writes. */
    void before() {
        refuseIfClosed();
        if (!file.isRestarted() && !gate.alone(PATIENCE, this::restart)) {
            throw new StorageException("the database is busy and was to be opened again", true, false, null);
        }
    }

    /** After an operation that may have written; never fails, for the operation is done. */
    void after() {
        if (file.size() > limit && System.nanoTime() - notBefore >= 0 && !gate.alone(PATIENCE, this::compact)) {
            pause(PAUSE_AFTER_WAITING);
        }
    }

    private void compact() {
        long before = file.size();
        long began = System.nanoTime();
        file.compact();
        long after = file.size();
        if (after < before) {
            limit = Math.max(floor, TIMES * after);
            LOG.debug("Compacted from {} to {} bytes in {} ns", before, after, System.nanoTime() - began);
        } else {
            pause(PAUSE_AFTER_FAILURE);
            LOG.warn("An embedded database of {} bytes could not be compacted; is there room on the disk?", before);
        }
        try {
            file.restart(restart);
        } catch (SQLException e) {
            file.failed(e);
            LOG.warn("An embedded database is not open after compacting: {}", e.getErrorCode());
        }
    }

    private void restart() {
        try {
            file.restart(restart);
        } catch (SQLException e) {
            file.failed(e);
            throw Failures.opening("the database cannot be opened again", e);
        }
    }

    private void pause(Duration pause) {
        notBefore = System.nanoTime() + pause.toNanos();
    }
}
