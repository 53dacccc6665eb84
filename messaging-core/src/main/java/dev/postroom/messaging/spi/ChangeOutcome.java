package dev.postroom.messaging.spi;

import java.util.Objects;

/** The outcome of a change. If a change that took effect is repeated, the outcome is {@link Unchanged}. */
public sealed interface ChangeOutcome {

    /** The change took effect and was logged. */
    record Changed() implements ChangeOutcome {}

    /** The requested state was there already. Nothing was written or logged. */
    record Unchanged() implements ChangeOutcome {}

    /**
     * A guard failed. Nothing was changed.
     *
     * @param refusal the first guard that failed
     */
    record Refused(Refusal refusal) implements ChangeOutcome {

        /** Checks that the refusal is not null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
