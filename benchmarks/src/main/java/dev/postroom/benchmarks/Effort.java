package dev.postroom.benchmarks;

import java.time.Duration;

/** How much is done for a figure. {@link #QUICK} only shows that everything runs; its figures mean nothing. */
enum Effort {
    QUICK(1, Duration.ofMillis(5), Duration.ofMillis(5), 1),
    FULL(11, Duration.ofMillis(40), Duration.ofMillis(600), 1_000);

    private final int rounds;
    private final Duration round;
    private final Duration warmUp;
    private final int scale;

    Effort(int rounds, Duration round, Duration warmUp, int scale) {
        this.rounds = rounds;
        this.round = round;
        this.warmUp = warmUp;
        this.scale = scale;
    }

    Contest contest() {
        return new Contest(rounds, round.toNanos(), warmUp.toNanos());
    }

    /** One that is for the JVM's compiler alone, so many times as long as it is warmed up before each figure. */
    Contest warmUp(int times) {
        return new Contest(1, round.toNanos(), warmUp.toNanos() * times);
    }

    /** How many messages a writer sends before the others are waited for. */
    int burst() {
        return this == QUICK ? 2 : 20;
    }

    /** Makes a size of a thousand times as much out of a size of a full run, and nothing of nothing. */
    int size(int full) {
        return Math.max(Math.min(1, full), full / (FULL.scale / scale));
    }
}
