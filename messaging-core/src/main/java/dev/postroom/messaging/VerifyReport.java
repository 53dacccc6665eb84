package dev.postroom.messaging;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import java.util.List;
import java.util.Optional;

/**
 * The result of {@link Maintenance#verify()}.
 *
 * @param threads the number of checked threads
 * @param messages the number of messages in these threads
 * @param violations the rules that do not hold, at most 1,000 entries; empty if all rules hold
 */
public record VerifyReport(long threads, long messages, List<Violation> violations) {

    /** Copies the list. */
    public VerifyReport {
        violations = List.copyOf(violations);
    }

    /**
     * Returns whether all rules hold.
     *
     * @return true if there is no violation
     */
    public boolean ok() {
        return violations.isEmpty();
    }

    /**
     * A rule that does not hold.
     *
     * @param tenant the tenant; empty if the check of the storage itself found the violation
     * @param thread the thread; empty if the check of the storage itself found the violation
     * @param rule a short, stable name of the rule, such as {@code unread}
     * @param detail a description with ids and numbers, without the content of messages
     */
    public record Violation(Optional<TenantId> tenant, Optional<ThreadId> thread, String rule, String detail) {}
}
