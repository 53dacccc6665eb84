package dev.postroom.messaging.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxQuery;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors("threads", "acme", "u:anna", "INBOX");
    private final BoxQuery.Place place = new BoxQuery.Place(
            Instant.parse("1969-12-31T23:59:59.999999Z"), ThreadId.of(new UUID(-1L, Long.MIN_VALUE)));

    @Test
    void aCursorReadsBackAsItsPlace() {
        assertThat(cursors.readPlace(cursors.write(place))).isEqualTo(place);
        BoxQuery.Place late = new BoxQuery.Place(Instant.parse("9999-12-31T23:59:59.999999Z"), place.thread());
        assertThat(cursors.readPlace(cursors.write(late))).isEqualTo(late);
        assertThat(cursors.readSeq(cursors.write(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(cursors.write(place).value()).matches("[A-Za-z0-9_-]{20,200}");
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        Cursor cursor = cursors.write(place);
        refused(() -> new Cursors("threads", "acme", "u:bob", "INBOX").readPlace(cursor), "another query");
        refused(() -> new Cursors("threads", "globex", "u:anna", "INBOX").readPlace(cursor), "another query");
        refused(() -> new Cursors("threads", "acmeu", ":anna", "INBOX").readPlace(cursor), "another query");
        refused(() -> cursors.readSeq(cursor), "another query");
        refused(() -> cursors.readPlace(cursors.write(7)), "another query");
    }

    @Test
    void aCursorWithAnyCharacterChangedOrCutIsRefused() {
        String value = cursors.write(place).value();
        for (int i = 0; i < value.length(); i++) {
            char other = value.charAt(i) == 'A' ? 'Q' : 'A';
            Cursor changed = Cursor.of(value.substring(0, i) + other + value.substring(i + 1));
            refused(() -> cursors.readPlace(changed), "damaged");
            if (i > 0) {
                Cursor cut = Cursor.of(value.substring(0, i));
                refused(() -> cursors.readPlace(cut), "damaged");
            }
        }
        refused(() -> cursors.readPlace(Cursor.of("ä€%")), "damaged");
        refused(() -> cursors.readPlace(Cursor.of("A".repeat(200))), "damaged");
    }

    private static void refused(Runnable reading, String why) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(reading::run)
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.field()).isEqualTo("after"));
    }
}
