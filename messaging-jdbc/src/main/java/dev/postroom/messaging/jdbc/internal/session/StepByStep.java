package dev.postroom.messaging.jdbc.internal.session;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Lock;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Log;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.LogRow;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Only;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Raise;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Update;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as statements that are sent one by one, with its values as parameters. */
public final class StepByStep {

    private final String comment;
    private final List<Action> actions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    /** The lock whose guard no step has judged yet; the first one that writes does. */
    private Optional<Lock> guard;

    private StepByStep(WritePlan plan) {
        comment = plan.comment();
        guard = plan.lock();
        guard.ifPresent(this::add);
        plan.steps().forEach(this::add);
    }

    public static StepByStep of(WritePlan plan) {
        return new StepByStep(plan);
    }

    /** Runs the steps in the transaction of a session; answers whether the plan is done. Its values are parameters then. */
    boolean run(StatementRunner session, Params params) {
        for (Action action : actions) {
            if (!action.run(session, params)) {
                return false;
            }
        }
        return true;
    }

    /** The statements, without those that depend on a value. */
    public List<String> texts() {
        return texts;
    }

    private String added(String text) {
        String sent = comment + sent(text);
        texts.add(sent);
        return sent;
    }

    /** The parameter that holds a value. */
    static String parameter(String value) {
        return "value_" + value;
    }

    private void add(Lock locking) {
        String text = added(find(locking.row(), locking.values()));
        actions.add((session, params) -> session.first(text, params, row -> keep(row, locking.values(), params))
                .isPresent());
    }

    private void add(Step step) {
        if (step instanceof Claim claim) {
            String insert = guard.map(lock -> lock.guarded(claim.insert()))
                    .orElseGet(() -> claim.insert().text());
            String text = added(guard.isPresent() ? insert + claim.absent() : insert);
            guard = Optional.empty();
            actions.add((session, params) -> session.claim(text, params));
        } else if (step instanceof Raise raise) {
            add(raise);
        } else if (step instanceof Update update) {
            add(update);
        } else if (step instanceof Insert insert) {
            String text = added(insert.text());
            actions.add((session, params) -> expect(insert.expected(), session.update(text, params), params));
        } else if (step instanceof Log log) {
            add(log);
        }
    }

    private void add(Raise raise) {
        String text = added(raise.text());
        String judged = added(raise.judged());
        String when = parameter(raise.when());
        String done = parameter(raise.done());
        actions.add((session, params) -> {
            boolean raised = params.flag(when) && session.update(text, params) > 0;
            if (params.flag(when) && !raised) {
                raised = session.first(judged, params, row -> row.number("needed"))
                                .orElseThrow(Failures::brokenOff)
                        == 1;
                if (raised) {
                    session.expect(1, text, params);
                }
            }
            params.with(done, raised);
            return true;
        });
    }

    private void add(Update update) {
        if (guard.isPresent()) {
            String text = added(guard.get().guarded(update));
            actions.add((session, params) -> session.update(text, params) > 0);
            guard = Optional.empty();
        } else {
            String all = added(update.text());
            String one = added(update.textOfOne());
            Optional<String> when = update.only().map(Only::when).map(StepByStep::parameter);
            actions.add((session, params) -> {
                String text = when.filter(params::flag).isPresent() ? one : all;
                return expect(update.expected(), session.update(text, params), params);
            });
        }
    }

    /** All rows of the log in one statement; which of them there are is known from the values. */
    private void add(Log log) {
        List<String> each = log.rows().stream().map(StepByStep::sent).toList();
        String all = added(LogSql.INSERT + "values " + String.join(", ", each));
        boolean always = log.rows().stream().allMatch(row -> row.when().isEmpty());
        actions.add((session, params) -> {
            List<Integer> happened = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                if (log.rows()
                        .get(i)
                        .when()
                        .map(StepByStep::parameter)
                        .map(params::flag)
                        .orElse(true)) {
                    happened.add(i);
                }
            }
            String text = always
                    ? all
                    : comment + LogSql.INSERT + "values "
                            + happened.stream().map(each::get).collect(Collectors.joining(", "));
            session.expect(happened.size(), text, params);
            return true;
        });
    }

    private static String sent(LogRow row) {
        return sent("(:tenant, :thread, " + Codes.CHANGE.of(row.type()) + ", " + row.seq() + ", " + row.party()
                + ", :actor, :at)");
    }

    private static String find(Rows row, List<Value> values) {
        String columns = values.stream()
                .map(value -> value.expression() + " as " + value.name())
                .collect(Collectors.joining(", "));
        return "select " + columns + row.from() + " for update";
    }

    private static String sent(String text) {
        return Value.replace(text, name -> ":" + parameter(name));
    }

    private static boolean keep(Row row, List<Value> values, Params params) throws SQLException {
        for (Value value : values) {
            params.with(
                    parameter(value.name()),
                    value.type() == Value.Type.BOOLEAN ? (Object) row.flag(value.name()) : row.number(value.name()));
        }
        return true;
    }

    private static boolean expect(Expected expected, int changed, Params params) {
        if (!expected.isMet(changed, params)) {
            throw Failures.brokenOff();
        }
        return true;
    }

    /** The statements of one step. */
    private interface Action {

        /** Answers whether the plan goes on. */
        boolean run(StatementRunner session, Params params);
    }
}
