package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.VerifyReport.Violation;
import dev.postroom.messaging.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects violations up to a limit, so that a badly damaged store does not exhaust the memory. */
final class Findings {

    private static final int MAX_FINDINGS = 1_000;

    private final List<Violation> found = new ArrayList<>();

    void add(Inspection.Ref ref, String rule, String detail) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Violation(Optional.of(ref.tenant()), Optional.of(ref.thread()), rule, detail));
        }
    }

    void add(String detail) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Violation(Optional.empty(), Optional.empty(), "storage", detail));
        }
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
