package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.internal.input.Texts;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.spi.Directory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The values that were given to the builder.
 *
 * @param directory says which parties exist
 * @param policy may refuse commands
 * @param clock the clock for all times
 * @param limits the limits on sizes and numbers
 * @param rules the rules of new threads
 * @param defaultSubject the subject of group threads that are started without one
 * @param selfAllowed true if a party may write to itself alone
 * @param unknownRecipientsIgnored true if unknown recipients are left out
 */
public record Settings(
        Directory directory,
        AccessPolicy policy,
        Clock clock,
        Limits limits,
        ThreadRules rules,
        String defaultSubject,
        boolean selfAllowed,
        boolean unknownRecipientsIgnored) {

    /** Checks the default subject as any other subject. */
    public Settings {
        Texts.subject("defaultSubject", defaultSubject, limits.subjectLength());
    }

    /** Returns the current time, cut to the microseconds that every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
