package dev.postroom.examples.quickstart;

import dev.postroom.messaging.VerifyReport;
import java.util.List;

/**
 * How a run ended.
 *
 * @param totals what became of the input
 * @param verified what the library found wrong with the database
 * @param differences what the check found different from the input
 */
record Result(Totals totals, VerifyReport verified, List<String> differences) {

    /** Copies the list. */
    Result {
        differences = List.copyOf(differences);
    }

    /** Answers 0 if everything is as it must be. */
    int exitCode() {
        return verified.ok() && differences.isEmpty() ? 0 : 1;
    }
}
