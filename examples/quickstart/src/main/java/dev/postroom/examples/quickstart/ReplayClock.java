package dev.postroom.examples.quickstart;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that shows each writer the time of the message it replays, so that threads stand in the boxes by when they were
 * written, not by when they were imported. Messages of the same time get growing microseconds from the library. An
 * application that does not bring in old conversations leaves the builder's default, the system's clock.
 */
final class ReplayClock extends Clock {

    private final ThreadLocal<Instant> shown = ThreadLocal.withInitial(Instant::now);

    /** Sets the clock for the calling Java thread. */
    void set(Instant instant) {
        shown.set(instant);
    }

    @Override
    public Instant instant() {
        return shown.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Answers this clock: nothing here depends on a zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
