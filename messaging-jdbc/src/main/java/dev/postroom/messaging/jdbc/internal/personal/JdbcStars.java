package dev.postroom.messaging.jdbc.internal.personal;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.personal.PersonalChange.Why;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.StarStore;
import java.sql.SQLException;
import java.time.Instant;

/** Sets and clears stars. A star set twice at once is there once: the loser finds it so. */
public final class JdbcStars implements StarStore {

    private final Transactions work;

    public JdbcStars(Transactions work) {
        this.work = work;
    }

    @Override
    public ChangeOutcome setMessage(Caller by, MessageId message, boolean starred, Instant at) {
        Params params = params(by, starred, at).with("message", message);
        LoggedChange change = starred ? PersonalSql.STAR_MESSAGE : PersonalSql.UNSTAR_MESSAGE;
        return work.write(session -> new PersonalChange(session, params)
                .run(change, PersonalSql.MESSAGE_FACTS, row -> Why.so(row.flag("starred") == starred)));
    }

    @Override
    public ChangeOutcome setThread(Caller by, ThreadId thread, boolean starred, Instant at) {
        Params params = params(by, starred, at).with("thread", thread);
        LoggedChange change = starred ? PersonalSql.STAR_THREAD : PersonalSql.UNSTAR_THREAD;
        return work.write(session -> new PersonalChange(session, params)
                .run(change, PersonalSql.STAR_FACTS, row -> why(row, "thread_stars", starred)));
    }

    @Override
    public ChangeOutcome clear(Caller by, ThreadId thread, Instant at) {
        Params params = params(by, false, at).with("thread", thread);
        return work.write(session -> new PersonalChange(session, params)
                .run(PersonalSql.UNSTAR_ALL, PersonalSql.STAR_FACTS, row -> why(row, "stars", false)));
    }

    private static Params params(Caller by, boolean starred, Instant at) {
        return PersonalChange.params(by, starred ? ChangeType.STARRED : ChangeType.UNSTARRED, at);
    }

    private static Why why(Row row, String count, boolean wanted) throws SQLException {
        return PersonalChange.refused(row).map(Why::refused).orElse(Why.so((row.number(count) > 0) == wanted));
    }
}
