package dev.postroom.messaging.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.function.Predicate;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files that can be written to only as long as a test wants: as if the disk were full. */
@SuppressWarnings("exports") // public only because H2 makes more of them
public final class FailingFiles extends FilePathWrapper {

    static final String SCHEME = "failing:";

    private static volatile Predicate<String> full = name -> false;

    /** For H2. */
    public FailingFiles() {}

    /** Makes the files known to H2. */
    static void register() {
        FilePath.register(new FailingFiles());
        full(name -> false);
    }

    /** Says of the names of files whether there is no room for them. */
    static void full(Predicate<String> names) {
        full = names;
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Failing(name, getBase().open(mode));
    }

    /** A channel that only says whether there is room. */
    private static final class Failing extends FileBaseDefault {

        private final String name;
        private final FileChannel channel;

        Failing(String name, FileChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            if (full.test(name)) {
                throw new IOException("no room, as the test wants");
            }
            return channel.write(from, position);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return channel.read(to, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
