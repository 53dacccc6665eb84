package dev.postroom.messaging.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final SettableClock clock = SettableClock.at(NOON);

    @Test
    void showsTheSameTimeUntilMoved() {
        assertThat(List.of(clock.instant(), clock.instant())).containsExactly(NOON, NOON);
    }

    @Test
    void showsTheTimeItWasSetToForwardOrBack() {
        clock.set(NOON.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));

        clock.set(NOON.minusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void advancesByADurationForwardOrBack() {
        clock.advance(Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(-2));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void movesByItsStepAfterEachReading() {
        clock.tick(Duration.ofSeconds(1));

        assertThat(List.of(clock.instant(), clock.instant(), clock.instant()))
                .containsExactly(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2));
    }

    @Test
    void stopsMovingWithAStepOfZero() {
        clock.tick(Duration.ofSeconds(1)).tick(Duration.ZERO);

        assertThat(List.of(clock.instant(), clock.instant())).containsExactly(NOON, NOON);
    }

    @Test
    void givesNoTimeTwiceToSeveralJavaThreadsWhileItTicks() {
        clock.tick(Duration.ofNanos(1_000));

        List<Instant> readings = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(number -> clock.instant())
                .toList();

        assertThat(readings).doesNotHaveDuplicates();
    }

    @Test
    void isInUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneOffset.UTC)).isSameAs(clock);
    }

    @Test
    void showsTheSameTimeInAnotherZoneAlsoWhenSetLater() {
        Clock inTokyo = clock.withZone(TOKYO);
        clock.set(NOON.plusSeconds(7));

        assertThat(inTokyo.getZone()).isEqualTo(TOKYO);
        assertThat(inTokyo.instant()).isEqualTo(NOON.plusSeconds(7));
        assertThat(inTokyo.withZone(ZoneOffset.UTC)).isSameAs(clock);
    }

    @Test
    void describesItselfWithoutGoingOn() {
        clock.tick(Duration.ofSeconds(1));

        assertThat(clock).hasToString("SettableClock[2026-03-01T12:00:00Z]");
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
