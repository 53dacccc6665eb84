package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.spi.Refusal;
import java.util.OptionalLong;
import java.util.Set;

/** Judging guards. They are collected in sets of the enum's order, whose first element is the answer. */
public final class Guards {

    private Guards() {}

    public static void check(Set<Refusal> failed, Refusal refusal, boolean holds) {
        if (!holds) {
            failed.add(refusal);
        }
    }

    public static boolean isCurrent(OptionalLong expectedRevision, long revision) {
        return expectedRevision.isEmpty() || expectedRevision.getAsLong() == revision;
    }
}
