package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Lock;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Log;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.LogRow;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Raise;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Update;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as MariaDB gets it: one compound statement, with the values as variables. Each look at another table costs MariaDB
 * as much as a statement, so the block looks once.
 *
 * <p>A statement that is killed, or whose time is up, while it reads another table may end as if that were empty, and the
 * block goes on. A step that must have changed rows is therefore checked.
 */
public final class MariaDbPlans {

    private final StringBuilder body = new StringBuilder();
    private final List<Value> variables = new ArrayList<>();
    private final WritePlan plan;
    private boolean decided;

    private MariaDbPlans(WritePlan plan) {
        this.plan = plan;
    }

    public static String text(WritePlan plan) {
        return new MariaDbPlans(plan).block();
    }

    private String block() {
        plan.lock().ifPresent(this::add);
        plan.steps().forEach(this::add);
        String answers = plan.answers().stream()
                .map(name -> ", value." + name + " as " + name)
                .collect(Collectors.joining());
        body.append("select 1 as answer").append(answers).append(";\n");
        plan.refused()
                .ifPresent(
                        refused -> body.append("else ").append(refused.query()).append(";\n"));
        body.append("end if;\n");
        return plan.comment() + MariaDbBlocks.whole(MariaDbBlocks.values(body.toString()), variables);
    }

    private void add(Lock lock) {
        variables.addAll(lock.values());
        body.append(MariaDbBlocks.find(lock.row(), lock.values())).append(" for update;\n");
    }

    private void add(Step step) {
        if (step instanceof Claim claim) {
            String insert = plan.lock()
                    .map(lock -> lock.guarded(claim.insert()))
                    .orElseGet(() -> claim.insert().text());
            body.append("begin declare continue handler for 1062 set postroom_due = 0;\nset postroom_due = 1;\n")
                    .append(insert)
                    .append(";\nset postroom_due = least(postroom_due, row_count()); end;\n");
            decide();
        } else if (step instanceof Raise raise) {
            add(raise);
        } else if (step instanceof Update update) {
            add(update);
        } else if (step instanceof Insert insert) {
            change(insert.text(), insert.expected());
        } else if (step instanceof Log log) {
            log.rows().forEach(this::add);
        }
    }

    /** Only when it is due: a query inside of an update locks the place of a row that it does not find. */
    private void add(Raise raise) {
        variables.add(Value.flag(raise.done(), raise.condition()));
        String update = raise.text() + ";\nset value." + raise.done() + " = row_count() > 0;\n";
        String done = "value." + raise.done();
        body.append("if value.").append(raise.when()).append(" then\n").append(update);
        body.append("if not ").append(done).append(" then\nset postroom_changed = 0;\n");
        body.append("select coalesce(max(z.needed), 0) into postroom_changed from (")
                .append(raise.judged())
                .append(") z;\n");
        body.append("if postroom_changed = 1 then\n").append(update).append("end if;\n");
        body.append("if postroom_changed = 0 or (postroom_changed = 1 and not ")
                .append(done)
                .append(") then ")
                .append(MariaDbBlocks.BROKEN)
                .append("end if;\nend if;\n");
    }

    private void add(Update update) {
        Optional<Lock> judging = plan.lock().filter(lock -> !decided);
        if (judging.isPresent()) {
            change(judging.get().guarded(update), update.expected());
        } else if (update.only().isPresent()) {
            body.append("if value.").append(update.only().get().when()).append(" then\n");
            change(update.textOfOne(), update.expected());
            body.append("else\n");
            change(update.text(), update.expected());
            body.append("end if;\n");
        } else {
            change(update.text(), update.expected());
        }
    }

    private void add(LogRow row) {
        row.when().ifPresent(when -> body.append("if value.").append(when).append(" then\n"));
        change(
                LogSql.INSERT + "values (:tenant, :thread, " + Codes.CHANGE.of(row.type()) + ", " + row.seq() + ", "
                        + row.party() + ", :actor, :at)",
                Expected.ONE);
        row.when().ifPresent(when -> body.append("end if;\n"));
    }

    /** The first change decides whether the others happen. */
    private void change(String text, Expected expected) {
        body.append(text).append(";\n");
        if (!decided) {
            body.append("set postroom_due = row_count();\n");
            decide();
        } else if (!expected.equals(Expected.ANY)) {
            body.append("if row_count() ")
                    .append(expected.orMore() ? "< " : "<> ")
                    .append(expected.rows())
                    .append(" then ")
                    .append(MariaDbBlocks.BROKEN);
        }
    }

    private void decide() {
        decided = true;
        body.append("if postroom_due > 0 then\n");
        plan.lock().ifPresent(lock -> body.append(refuseLost(lock.values().get(0))));
    }

    /** The locking statement may have been killed, too. */
    private static String refuseLost(Value value) {
        return "if value." + value.name() + " is null then " + MariaDbBlocks.BROKEN;
    }
}
