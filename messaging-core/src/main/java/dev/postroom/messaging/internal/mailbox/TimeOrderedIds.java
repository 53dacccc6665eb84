package dev.postroom.messaging.internal.mailbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates UUIDs of version 7 (RFC 9562, section 5.7, with the 12-bit counter of section 6.2, method 1): 48 bits of
 * milliseconds, a counter that starts at a random value in its lower half, and 62 random bits. The ids of one instance
 * never repeat and always increase, also if the clock stands still or is set back.
 */
final class TimeOrderedIds {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_START_MASK = 0x7FF;
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_62 = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        long fresh = (Math.max(0, clock.millis()) << COUNTER_BITS) | (random.nextInt() & COUNTER_START_MASK);
        long tick = last.updateAndGet(before -> Math.max(before + 1, fresh));
        long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & ((1 << COUNTER_BITS) - 1));
        return new UUID(high, VARIANT | (random.nextLong() & RANDOM_62));
    }
}
