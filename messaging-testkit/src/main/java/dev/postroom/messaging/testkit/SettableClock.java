package dev.postroom.messaging.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that stands still until a test moves it; for tests only. In UTC. Safe for use by several Java threads: with a
 * {@linkplain #tick step} no two readings answer the same time.
 */
public final class SettableClock extends Clock {

    private Instant now;
    private Duration step = Duration.ZERO;

    private SettableClock(Instant now) {
        this.now = now;
    }

    /**
     * Makes a clock that stands still.
     *
     * @param now the time it shows
     * @return the clock
     */
    public static SettableClock at(Instant now) {
        return new SettableClock(Objects.requireNonNull(now, "now"));
    }

    /**
     * Sets the clock, forward or back.
     *
     * @param time the time the next reading answers
     */
    public synchronized void set(Instant time) {
        now = Objects.requireNonNull(time, "time");
    }

    /**
     * Moves the clock.
     *
     * @param duration how far; a negative duration moves it back
     */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /**
     * Lets the clock go on by itself: each reading answers the time it shows and then moves it.
     *
     * @param length how far each reading moves it; zero to let it stand still again
     * @return this clock
     */
    public synchronized SettableClock tick(Duration length) {
        step = Objects.requireNonNull(length, "length");
        return this;
    }

    /**
     * Reads the clock.
     *
     * @return the time it shows
     */
    @Override
    public synchronized Instant instant() {
        Instant shown = now;
        now = now.plus(step);
        return shown;
    }

    /**
     * Answers the clock's zone.
     *
     * @return always UTC
     */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * Answers a clock of another zone that shows this clock's time, also after this one was set.
     *
     * @param zone the zone
     * @return a view of this clock
     */
    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Zoned(this, zone);
    }

    @Override
    public synchronized String toString() {
        return "SettableClock[" + now + "]";
    }

    /** The same time in another zone. */
    private static final class Zoned extends Clock {

        private final SettableClock clock;
        private final ZoneId zone;

        Zoned(SettableClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
