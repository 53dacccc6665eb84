package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The connection breaks before and after each statement of each call: a call is whole or nothing, and says which. */
abstract class BreakSuites {

    abstract String engine();

    /** The tables, which are empty. */
    abstract HazardSite site();

    /** Breaks a connection from the outside. */
    abstract void breakOff(Connection connection) throws SQLException;

    @Test
    void callsOfTheirOwnAreWholeOrNothing() {
        breakAll("broken, own", false);
    }

    @Test
    void callsInATransactionAreWholeOrNothing() {
        breakAll("broken, joined", true);
    }

    private void breakAll(String scenario, boolean joined) {
        Figures figures = new Figures(scenario, engine());
        HazardSite site = site();
        try {
            Breaking breaking = new Breaking(site.pool(), this::breakOff);
            JdbcStorage storage =
                    JdbcStorage.open(breaking, site.options().fanOutLimit(4).migrate());
            for (var call : Figures.some(2, RepeatableCalls.all()).entrySet()) {
                Trial trial = new Trial(site, breaking, storage, call.getValue(), joined);
                for (boolean after : new boolean[] {false, true}) {
                    breakEach(call.getKey(), trial, breaking, after, figures, joined);
                }
            }
        } finally {
            site.giveBack().run();
        }
        figures.end();
    }

    private static void breakEach(
            String name, Trial trial, Breaking breaking, boolean after, Figures figures, boolean joined) {
        boolean broken = true;
        for (int step = 1; broken; step++) {
            int at = step;
            var seen = new Object() {
                boolean broken;
            };
            Trial.Result result = trial.make(() -> breaking.breakAt(at, after), () -> {
                seen.broken = breaking.isBroken();
                breaking.breakAt(0, false);
            });
            broken = seen.broken;
            figures.round();
            figures.acknowledged(result.failure().isPresent() ? 0 : 1);
            Optional<String> wrong = wrong(result, after, joined);
            wrong.ifPresent(
                    what -> figures.violation(name + ", broken " + (after ? "after " : "before ") + at + ": " + what));
        }
    }

    /** Where the answer to a commit is lost the call may have happened. */
    private static Optional<String> wrong(Trial.Result result, boolean after, boolean joined) {
        boolean lostAnswer = result.failure().isPresent() && after && !joined && result.whole();
        if (!result.isRight() && !lostAnswer) {
            return Optional.of(result.toString());
        }
        return result.failure()
                .filter(failure -> !failure.retryCanHelp() || failure.transactionLost() != joined)
                .map(failure -> "retryCanHelp " + failure.retryCanHelp() + ", " + result);
    }
}
