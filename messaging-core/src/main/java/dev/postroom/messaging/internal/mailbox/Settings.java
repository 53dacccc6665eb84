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
 * What the builder was given.
 *
 * @param directory who exists
 * @param policy what is refused
 * @param clock where times come from
 * @param limits how large things may be
 * @param rules of new threads
 * @param defaultSubject of group threads without one
 * @param selfAllowed whether one may write to oneself alone
 * @param unknownRecipientsIgnored whether unknown recipients are left out
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

    /** Checks the default subject like any other. */
    public Settings {
        Texts.subject("defaultSubject", defaultSubject, limits.subjectLength());
    }

    /** Answers now, cut to the microseconds that every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
