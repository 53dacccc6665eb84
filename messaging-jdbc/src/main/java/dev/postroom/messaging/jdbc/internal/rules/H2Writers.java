package dev.postroom.messaging.jdbc.internal.rules;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One lock for each H2 file in this process, shared by all storages that are open on the file. */
public final class H2Writers {

    private static final Map<String, WeakReference<Lock>> LOCKS = new HashMap<>();

    private H2Writers() {}

    /** Answers the lock of a file; the same for as long as a storage holds it. */
    public static Lock of(String path) {
        synchronized (LOCKS) {
            LOCKS.values().removeIf(lock -> lock.refersTo(null));
            WeakReference<Lock> known = LOCKS.get(path);
            @Nullable Lock lock = known == null ? null : known.get();
            if (lock == null) {
                lock = new ReentrantLock(true);
                LOCKS.put(path, new WeakReference<>(lock));
            }
            return lock;
        }
    }
}
