package dev.postroom.messaging.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOW = Instant.parse("2026-05-03T09:12:00.123456Z");

    @Test
    void anIdIsAVersion7UuidOfItsMillisecond() {
        UUID id = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void idsGrowWhileTheClockStandsStillBeyondTheCounter() {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsGrowWhenTheClockGoesBack() {
        var times = List.of(NOW, NOW.minusSeconds(60), NOW.minusSeconds(30)).iterator();
        TimeOrderedIds ids = new TimeOrderedIds(new Clock() {
            @Override
            public Instant instant() {
                return times.next();
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        assertThat(List.of(
                        ids.next().toString(), ids.next().toString(), ids.next().toString()))
                .isSorted();
    }

    @Test
    void idsMadeByManyJavaThreadsNeverRepeat() {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
        var made = ConcurrentHashMap.<UUID>newKeySet();
        IntStream.range(0, 50_000).parallel().forEach(i -> made.add(ids.next()));
        assertThat(made).hasSize(50_000);
    }
}
