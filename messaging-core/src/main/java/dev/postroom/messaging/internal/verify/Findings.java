package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.VerifyReport.Violation;
import dev.postroom.messaging.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, up to a bound, so that a badly broken store does not fill the memory. */
final class Findings {

    private static final int MOST = 1_000;

    private final List<Violation> found = new ArrayList<>();

    void add(Inspection.Ref ref, String rule, String detail) {
        if (found.size() < MOST) {
            found.add(new Violation(Optional.of(ref.tenant()), Optional.of(ref.thread()), rule, detail));
        }
    }

    void add(String detail) {
        if (found.size() < MOST) {
            found.add(new Violation(Optional.empty(), Optional.empty(), "storage", detail));
        }
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
