package dev.postroom.messaging.jdbc.internal.inspection;

import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Params;
import java.util.ArrayList;
import java.util.List;

/** Checks the numbers that are kept so that nothing needs to be counted, and the rows that point to others. */
public final class SelfCheck {

    private SelfCheck() {}

    static List<String> run(Session session) {
        List<String> wrong = new ArrayList<>();
        SelfCheckSql.all()
                .forEach((sentence, text) -> wrong.addAll(session.list(
                        text,
                        Params.none(),
                        row -> sentence + ": tenant " + row.tenant() + ", thread " + row.thread("thread_id") + " "
                                + row.text("detail"))));
        return wrong;
    }
}
