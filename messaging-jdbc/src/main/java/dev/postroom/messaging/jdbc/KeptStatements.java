package dev.postroom.messaging.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which statements connections keep read under a name, where drivers send the whole text each time and the server reads it
 * each time: those that are asked often. Each takes some hundred kilobytes of the server's memory on each connection, so
 * there are not many.
 */
final class KeptStatements {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);

    /** As often as PostgreSQL's driver waits before it has its server keep a statement. */
    private static final int ASKED_BEFORE = 5;

    /** More than there are statements on all the connections of a large pool. */
    private static final int MANY = 10_000;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, KeptStatement> kept = new ConcurrentHashMap<>();
    private final LongAdder found = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final int most;
    private volatile boolean givenUp;

    KeptStatements(int most) {
        this.most = most;
    }

    /** The statement of a text, if it is asked often enough for connections to keep it. */
    Optional<KeptStatement> of(String text) {
        if (givenUp) {
            return Optional.empty();
        }
        Optional<KeptStatement> known = Optional.ofNullable(kept.get(text));
        if (known.isPresent() || kept.size() >= most) {
            return known;
        }
        int times = asked.computeIfAbsent(text, key -> new AtomicInteger()).incrementAndGet();
        return times > ASKED_BEFORE ? keep(text) : Optional.empty();
    }

    private synchronized Optional<KeptStatement> keep(String text) {
        if (kept.size() < most) {
            kept.computeIfAbsent(text, KeptStatement::of);
        }
        return Optional.ofNullable(kept.get(text));
    }

    /** Says that a connection had a statement. */
    void found() {
        found.increment();
    }

    /** Says that one had it not, which each finds out once; where it is mostly so, connections forget what they keep. */
    void missed() {
        missed.increment();
        if (missed.sum() > MANY && missed.sum() > found.sum()) {
            giveUp();
        }
    }

    /** Keeps none from now on: connections, or something between them and the server, do not. */
    void giveUp() {
        if (!givenUp) {
            LOG.warn(
                    "Connections to MariaDB do not keep statements, or forget them: from now on the server reads each anew."
                            + " See JdbcOptions.keptStatements");
        }
        givenUp = true;
    }
}
