package dev.postroom.messaging.jdbc.internal.embedded;

import dev.postroom.messaging.model.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process, and in it one storage, for a database file. H2's own lock does not hold: where locks are POSIX ones, a
 * process loses it as soon as anything in it opens the same file and closes it, be it only to read. So there is a file
 * beside it that is for locking alone, and a note of what is open in this process.
 */
public final class FileLease implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path database;
    private final FileChannel channel;

    private FileLease(Path database, FileChannel channel) {
        this.database = database;
        this.channel = channel;
    }

    /** Takes the lease of a database, whose directory is made if missing. */
    static FileLease take(Path path) {
        try {
            Path folder =
                    Files.createDirectories(path.toAbsolutePath().getParent()).toRealPath();
            Path database = folder.resolve(path.getFileName() + ".mv.db");
            database = Files.exists(database) ? database.toRealPath() : database;
            if (!HELD.add(database)) {
                throw new StorageException(
                        "the database " + path + " is open in this process already; share its storage",
                        false,
                        false,
                        null);
            }
            return locked(path, database);
        } catch (IOException e) {
            throw new StorageException("the database " + path + " cannot be opened", false, false, e);
        }
    }

    private static FileLease locked(Path path, Path database) throws IOException {
        FileChannel channel = null;
        boolean done = false;
        try {
            Path lock = database.resolveSibling(database.getFileName() + ".lock");
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw openElsewhere(path, null);
            }
            done = true;
            return new FileLease(database, channel);
        } finally {
            if (!done) {
                HELD.remove(database);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    static StorageException openElsewhere(Path path, @Nullable Throwable cause) {
        return new StorageException(
                "the database " + path + " is open in another process, and an embedded one is for one at a time;"
                        + " several processes need a database server and JdbcStorage.open",
                true,
                false,
                cause);
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    /** Gives the lease back; may be called again. */
    @Override
    public void close() {
        if (channel.isOpen()) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new StorageException("the lock of " + database + " cannot be given back", false, false, e);
            } finally {
                HELD.remove(database);
            }
        }
    }
}
