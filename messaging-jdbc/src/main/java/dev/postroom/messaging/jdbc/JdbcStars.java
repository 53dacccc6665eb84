package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.PersonalChange.Why;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Acting;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.StarStore;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Sets and clears stars. A star set twice at once is there once: the loser finds it so. */
final class JdbcStars implements StarStore {

    private final Work work;

    JdbcStars(Work work) {
        this.work = work;
    }

    @Override
    public ChangeOutcome setMessage(Acting by, MessageId message, boolean starred, Instant at) {
        Params params = params(by, starred, at).with("message", message);
        LoggedChange change = starred ? PersonalSql.STAR_MESSAGE : PersonalSql.UNSTAR_MESSAGE;
        return work.write(session -> new PersonalChange(session, params)
                .run(change(session, change, params), PersonalChange.ofMessage(session, params, "starred", starred)));
    }

    @Override
    public ChangeOutcome setThread(Acting by, ThreadId thread, boolean starred, Instant at) {
        Params params = params(by, starred, at).with("thread", thread);
        LoggedChange change = starred ? PersonalSql.STAR_THREAD : PersonalSql.UNSTAR_THREAD;
        return work.write(session -> new PersonalChange(session, params)
                .run(change(session, change, params), ofThread(session, params, "thread_stars", starred)));
    }

    @Override
    public ChangeOutcome clear(Acting by, ThreadId thread, Instant at) {
        Params params = params(by, false, at).with("thread", thread);
        return work.write(session -> new PersonalChange(session, params)
                .run(PersonalSql.UNSTAR_ALL, ofThread(session, params, "stars", false)));
    }

    private static Params params(Acting by, boolean starred, Instant at) {
        return PersonalChange.params(by, starred ? ChangeType.STARRED : ChangeType.UNSTARRED, at);
    }

    private static IntSupplier change(Session session, LoggedChange change, Params params) {
        return () -> session.claim(change, params) ? 1 : 0;
    }

    private static Supplier<Why> ofThread(Session session, Params params, String count, boolean wanted) {
        return () -> session.first(
                        PersonalSql.STAR_FACTS,
                        params,
                        row -> PersonalChange.refused(row).isPresent()
                                ? Why.refused(PersonalChange.refused(row).get())
                                : Why.so((row.number(count) > 0) == wanted))
                .orElse(Why.refused(Refusal.MISSING));
    }
}
