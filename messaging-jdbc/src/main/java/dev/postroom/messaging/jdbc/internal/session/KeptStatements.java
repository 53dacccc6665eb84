package dev.postroom.messaging.jdbc.internal.session;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which statements connections keep read under a name, where drivers send the whole text each time and the server reads it
 * each time: those that are asked often. Each takes some hundred kilobytes of the server's memory on each connection, so
 * there are not many.
 */
public final class KeptStatements {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);

    /** As often as PostgreSQL's driver waits before it has its server keep a statement. */
    private static final int ASKED_BEFORE = 5;

    /** More than there are statements on all the connections of a large pool. */
    private static final int MANY = 10_000;

    /** Not known; or a block, as the server reads it anew by itself after a table has changed, but not its parameters. */
    private static final Set<Integer> STALE = Set.of(1243, 1064);

    /** Not as a prepared statement, or not within another one, which the driver makes of it; or there are too many. */
    private static final Set<Integer> REFUSED = Set.of(1295, 1461);

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, KeptStatement> kept = new ConcurrentHashMap<>();
    private final LongAdder found = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final int most;
    private volatile boolean givenUp;

    public KeptStatements(int most) {
        this.most = most;
    }

    /** The statement of a text, if it is asked often enough for connections to keep it. */
    public Optional<KeptStatement> of(String text) {
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
    public void found() {
        found.increment();
    }

    /** Says that one had it not, which each finds out once; where it is mostly so, connections forget what they keep. */
    public void missed() {
        missed.increment();
        if (missed.sum() > MANY && missed.sum() > found.sum()) {
            giveUp();
        }
    }

    /** Keeps none from now on: connections, or something between them and the server, do not. */
    public void giveUp() {
        if (!givenUp) {
            LOG.warn(
                    "Connections to MariaDB do not keep statements, or forget them: from now on the server reads each anew."
                            + " See JdbcOptions.keptStatements");
        }
        givenUp = true;
    }

    /** Asks by the name, where need be after the connection has kept the statement anew; by the text if it does not. */
    public <T> T run(KeptStatement statement, Handle handle, Function<String, T> ask) {
        try {
            T answer = ask.apply(statement.running());
            found();
            return answer;
        } catch (JdbiException e) {
            if (!is(e, STALE) && !is(e, REFUSED)) {
                throw e;
            }
        }
        missed();
        try {
            keep(statement, handle);
            return ask.apply(statement.running());
        } catch (JdbiException e) {
            if (!is(e, STALE) && !is(e, REFUSED)) {
                throw e;
            }
        }
        giveUp();
        return ask.apply(statement.text());
    }

    private static void keep(KeptStatement statement, Handle handle) {
        handle.createUpdate("prepare " + statement.name() + " from :marked")
                .bind("marked", statement.marked())
                .execute();
    }

    private static boolean is(JdbiException failure, Set<Integer> codes) {
        return Failures.sql(failure)
                .map(SQLException::getErrorCode)
                .filter(codes::contains)
                .isPresent();
    }
}
