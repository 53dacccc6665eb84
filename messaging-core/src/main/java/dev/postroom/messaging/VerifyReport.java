package dev.postroom.messaging;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Maintenance#verify()} found.
 *
 * @param threads how many threads were checked
 * @param messages how many messages they have
 * @param violations what is wrong, at most 1,000 entries; empty if all is well
 */
public record VerifyReport(long threads, long messages, List<Violation> violations) {

    /** Copies the list. */
    public VerifyReport {
        violations = List.copyOf(violations);
    }

    /**
     * Answers whether nothing is wrong.
     *
     * @return true if there is no violation
     */
    public boolean ok() {
        return violations.isEmpty();
    }

    /**
     * A rule that does not hold.
     *
     * @param tenant the tenant; empty if the storage's own check found it
     * @param thread the thread; empty if the storage's own check found it
     * @param rule a short stable name of the rule, such as {@code unread}
     * @param detail what was found, with ids and numbers but no content
     */
    public record Violation(Optional<TenantId> tenant, Optional<ThreadId> thread, String rule, String detail) {}
}
