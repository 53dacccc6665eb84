package dev.postroom.messaging.jdbc.internal.session;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of one storage: their texts, and what is kept of them between operations. Safe for use by several Java threads. */
public final class Statements {

    private final SqlRenderer names;
    private final KeptStatements kept;
    private final Map<WritePlan, StepByStep> steps = new ConcurrentHashMap<>();

    /**
     * Makes the statements.
     *
     * @param names renders their texts
     * @param keptStatements the most statements that connections keep by name
     */
    public Statements(SqlRenderer names, int keptStatements) {
        this.names = names;
        kept = new KeptStatements(keptStatements);
    }

    public SqlRenderer names() {
        return names;
    }

    public Dialect dialect() {
        return names.dialect();
    }

    /** The statements that connections keep by name, where they do that. */
    KeptStatements kept() {
        return kept;
    }

    /** A plan as statements that are sent one by one. */
    StepByStep stepByStep(WritePlan plan) {
        return steps.computeIfAbsent(plan, StepByStep::of);
    }
}
