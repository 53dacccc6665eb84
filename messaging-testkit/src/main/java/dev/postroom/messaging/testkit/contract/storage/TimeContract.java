package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.BoxQuery.Place;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import dev.postroom.messaging.testkit.contract.ThreadDraft;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the storage returns times to the microsecond as they were stored, for near and distant dates, in every time
 * zone and locale of the process. The tests set the default time zone and locale of the process and restore them.
 *
 * <p>Not asserted: times before the year 1000 or after 9999, and fractions below a microsecond.
 */
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.LOCALE)
public abstract class TimeContract extends StorageContract {

    private static final List<String> TIMES = List.of(
            "1000-01-01T00:00:00.000001Z",
            "1582-10-10T12:00:00Z",
            "1893-03-31T23:06:31.999999Z",
            "1969-12-31T23:59:59.999999Z",
            "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:00.000001Z",
            "2016-12-31T23:59:59.999999Z",
            "2026-03-29T00:59:59.999999Z",
            "2026-03-29T01:30:00Z",
            "2026-03-29T02:30:00Z",
            "2026-10-25T00:30:00.123456Z",
            "2026-10-25T01:30:00.123456Z",
            "2038-01-19T03:14:07.999999Z",
            "2038-01-19T03:14:08Z",
            "9999-12-31T23:59:58.999999Z");

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    /** For adapters to extend. */
    protected TimeContract() {}

    @AfterEach
    void putBackZoneAndLocale() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    private void assertKept(ThreadClient thread, Instant at) {
        Message message = thread.messages(BOB).get(0).message();
        assertThat(message.sentAt()).isEqualTo(at);
        assertThat(message.createdAt()).isEqualTo(at);
        assertThat(thread.info().createdAt()).isEqualTo(at);
        assertThat(thread.info().updatedAt()).isEqualTo(at);
        assertThat(thread.facts().activityAt()).isEqualTo(at);
        assertThat(thread.facts().messages().get(0).createdAt()).isEqualTo(at);
        assertThat(thread.row(BOB).activityAt()).contains(at);
        assertThat(thread.log()).extracting(Change::at).containsExactly(at, at);
        assertThat(thread.members(BOB, 1)).extracting(Member::joinedAt).containsExactly(at);
        assertThat(thread.summary(BOB).activityAt()).isEqualTo(at);
        assertThat(thread.summary(BOB).last().orElseThrow().sentAt()).isEqualTo(at);
        assertThat(client.findKey(ANNA, "k").orElseThrow().createdAt()).isEqualTo(at);
    }

    private ThreadClient threadAt(Instant at) {
        ThreadDraft opening = newThread(ANNA).with(BOB).at(at).key("k", "f");
        return opening.says(new NewMessage(
                        client.newMessageId(),
                        MessageKind.NORMAL,
                        Visibility.EVERYONE,
                        "hello",
                        OptionalLong.empty(),
                        at))
                .created();
    }

    static List<String> times() {
        return TIMES;
    }

    @ParameterizedTest
    @MethodSource("dev.postroom.messaging.testkit.contract.storage.TimeContract#times")
    void aTimeIsGivenBackAsItCame(String time) {
        Instant at = Instant.parse(time);

        assertKept(threadAt(at), at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Etc/GMT+12"})
    void theDefaultZoneMakesNoDifference(String name) {
        TimeZone.setDefault(TimeZone.getTimeZone(name));
        for (String time : TIMES) {
            ThreadDraft opening = newThread(ANNA).with(BOB).says("hello").at(Instant.parse(time));
            opening.create();

            TimeZone.setDefault(zone);
            assertThat(client.thread(opening.id())
                            .messages(BOB)
                            .get(0)
                            .message()
                            .createdAt())
                    .isEqualTo(Instant.parse(time));
            TimeZone.setDefault(TimeZone.getTimeZone(name));
            assertThat(client.thread(opening.id())
                            .messages(BOB)
                            .get(0)
                            .message()
                            .createdAt())
                    .isEqualTo(Instant.parse(time));
        }
        assertThat(client.page(client.query(BOB, Box.INBOX)))
                .extracting(BoxEntry::orderedAt)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .hasSize(TIMES.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "hi-IN-u-nu-deva"})
    void theDefaultLocaleMakesNoDifference(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Instant at = Instant.parse("2026-03-01T08:00:00.123456Z");
        ThreadClient thread = threadAt(at);

        assertKept(thread, at);
        thread.by(BOB).at(at.plusSeconds(1)).key("TITLE i \u0130 \u0131", "I").stored();
        assertThat(client.findKey(BOB, "TITLE i \u0130 \u0131").orElseThrow().fingerprint())
                .isEqualTo("I");
        assertThat(client.findKey(BOB, "title i \u0130 \u0131")).isEmpty();
        assertThat(thread.read(ANNA, 2)).isEqualTo(CHANGED);
        assertThat(thread.star(ANNA, 2)).isEqualTo(CHANGED);
        assertThat(client.box(ANNA, Box.INBOX)).containsExactly(thread.id());
        assertThat(thread.seqs(ANNA)).containsExactly(1L, 2L);
    }

    @Test
    void thePlacesOfFarTimesAreFoundAgain() {
        TIMES.forEach(time ->
                newThread(ANNA).with(BOB).says("hello").at(Instant.parse(time)).created());
        List<BoxEntry> whole = client.page(client.query(BOB, Box.INBOX));

        for (int i = 0; i + 1 < whole.size(); i++) {
            BoxEntry entry = whole.get(i);
            Place place = new Place(entry.orderedAt(), entry.summary().threadId());
            List<BoxEntry> next = client.page(new BoxQuery(
                    client.as(BOB), Box.INBOX, BoxQuery.Filter.ANY, Optional.of(place), 0, 1, StorageClient.PREVIEW));
            assertThat(next).containsExactly(whole.get(i + 1));
        }
        assertThat(whole).hasSize(TIMES.size());
    }

    @Test
    void everyMicrosecondOfASecondsBeginningIsKeptApart() {
        Instant base = Instant.parse("2026-03-01T08:00:00Z");
        ThreadClient thread = newThread(ANNA).with(BOB).at(base).created();
        for (int micros = 1; micros <= 40; micros++) {
            thread.by(ANNA).at(base.plusNanos(micros * 1_000L)).stored();
        }

        assertThat(thread.messages(BOB))
                .extracting(view -> view.message().createdAt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(micros -> base.plusNanos(micros * 1_000L))
                        .toList());
    }

    @Test
    void theTimesOfClosingAndJoiningAreKept() {
        ThreadClient thread = group(ANNA, BOB);
        Instant at = Instant.parse("2031-07-08T09:10:11.121314Z");
        var threads = client.storage().threads();
        threads.change(client.as(ANNA), thread.id(), new ThreadChange.Close(), OptionalLong.empty(), at);
        threads.change(
                client.as(ANNA),
                thread.id(),
                new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(CAROL)), 10),
                OptionalLong.empty(),
                at.plusNanos(1_000));

        assertThat(thread.info().closed().orElseThrow().at()).isEqualTo(at);
        assertThat(thread.info().updatedAt()).isEqualTo(at.plusNanos(1_000));
        assertThat(thread.members(ANNA, 10).get(2).joinedAt()).isEqualTo(at.plusNanos(1_000));
    }
}
