package dev.postroom.messaging.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock in UTC that shows the same time until a test moves it, for tests only. It is safe for use by several Java
 * threads: with a {@linkplain #tick step} no two readings return the same time.
 */
public final class SettableClock extends Clock {

    private Instant now;
    private Duration step = Duration.ZERO;

    private SettableClock(Instant now) {
        this.now = now;
    }

    /**
     * Makes a clock that shows the same time until it is moved.
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
     * Makes each reading return the time that the clock shows and then move the clock.
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
     * Returns the clock's zone.
     *
     * @return always UTC
     */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * Returns a clock of another zone that shows this clock's time, also after this clock was set.
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

    /** A clock that shows the same time in another zone. */
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
