package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.jdbc.internal.message.SendPlans;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.thread.CreateSql;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import java.util.ArrayList;
import java.util.List;

/** All plans that there are. */
final class Plans {

    private static final List<Boolean> BOTH = List.of(true, false);

    private Plans() {}

    static List<WritePlan> all() {
        List<WritePlan> plans = new ArrayList<>(sends());
        for (boolean claimed : BOTH) {
            for (boolean message : BOTH) {
                plans.add(CreateSql.of(claimed, message));
            }
        }
        return plans;
    }

    static List<WritePlan> sends() {
        List<WritePlan> plans = new ArrayList<>();
        for (Visibility visibility : Visibility.values()) {
            for (MessageKind kind : MessageKind.values()) {
                for (boolean keyed : BOTH) {
                    for (boolean quoting : BOTH) {
                        for (boolean reading : BOTH) {
                            plans.add(new SendPlans.Kind(keyed, quoting, false, reading, kind, visibility).plan());
                        }
                        plans.add(new SendPlans.Kind(keyed, quoting, true, true, kind, visibility).plan());
                    }
                }
            }
        }
        return plans;
    }
}
