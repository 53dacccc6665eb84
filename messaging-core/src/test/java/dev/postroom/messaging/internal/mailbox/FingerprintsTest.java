package dev.postroom.messaging.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    /** The SHA-256 hash over the parts, each after its length in four bytes, computed with another program. */
    private static final String KNOWN = "1:28f7937f2445179a410b9100c3b1abad18745ee1a0c986c6d3e831e5dba54fa8";

    private static final Party ANNA = UserId.of("anna");
    private static final ThreadId HERE = ThreadId.of(new UUID(1, 1));
    private static final ThreadId THERE = ThreadId.of(new UUID(1, 2));

    @Test
    void everyPartOfTheContentCounts() {
        NewThread thread = NewThread.to(UserId.of("bob")).subject("s").text("t");
        Draft draft = Draft.text("t");
        assertThat(List.of(
                        Fingerprints.of(ANNA, thread),
                        Fingerprints.of(ANNA, thread.subject("")),
                        Fingerprints.of(ANNA, NewThread.to(UserId.of("bob")).text("t")),
                        Fingerprints.of(ANNA, thread.subject("st").text("")),
                        Fingerprints.of(ANNA, thread.subject("").text("st")),
                        Fingerprints.of(ANNA, thread.text("T")),
                        Fingerprints.of(
                                ANNA,
                                NewThread.to(GuestId.of("bob")).subject("s").text("t")),
                        Fingerprints.of(
                                ANNA,
                                NewThread.to(UserId.of("bob"), UserId.of("carol"))
                                        .subject("s")
                                        .text("t")),
                        Fingerprints.of(HERE, draft),
                        Fingerprints.of(THERE, draft),
                        Fingerprints.of(HERE, draft.quoting(1)),
                        Fingerprints.of(HERE, draft.quoting(2)),
                        Fingerprints.of(HERE, Draft.text("t "))))
                .doesNotHaveDuplicates()
                .allMatch(print -> print.length() <= 80);
    }

    @Test
    void whatIsNotContentDoesNotCount() {
        NewThread one = NewThread.to(UserId.of("a"), UserId.of("b")).text("t");
        NewThread other = NewThread.to(UserId.of("b"), UserId.of("a"), UserId.of("b"))
                .text("t")
                .key("k");
        assertThat(Fingerprints.of(ANNA, one)).isEqualTo(Fingerprints.of(ANNA, other));
        NewThread withSender =
                NewThread.to(ANNA, UserId.of("a"), UserId.of("b")).text("t");
        assertThat(Fingerprints.of(ANNA, one)).isEqualTo(Fingerprints.of(ANNA, withSender));
        assertThat(Fingerprints.of(HERE, Draft.text("t").seen(3).key("k")))
                .isEqualTo(Fingerprints.of(HERE, Draft.text("t")));
    }

    @Test
    void aFingerprintNeverChangesBetweenReleases() {
        assertThat(Fingerprints.of(HERE, Draft.text("Grüße"))).isEqualTo(KNOWN);
    }
}
