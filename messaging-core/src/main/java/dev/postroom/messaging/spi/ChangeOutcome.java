package dev.postroom.messaging.spi;

import java.util.Objects;

/** What became of a change. Repeating a change that took effect answers {@link Unchanged}. */
public sealed interface ChangeOutcome {

    /** The change took effect and was logged. */
    record Changed() implements ChangeOutcome {}

    /** Everything was so already; nothing was written, nothing logged. */
    record Unchanged() implements ChangeOutcome {}

    /**
     * A guard failed; nothing was changed.
     *
     * @param refusal the first guard that failed
     */
    record Refused(Refusal refusal) implements ChangeOutcome {

        /** Checks that a reason is there. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
