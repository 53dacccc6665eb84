package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Refusal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a message is judged by, read under the same lock.
 *
 * @param member the author's row, if there is one
 * @param rejects whether the thread is closed and its rule refuses messages
 * @param revision the thread's revision
 * @param lastSeq the thread's last seq
 * @param quotable whether the quoted message, if any, is there for the author
 */
record AppendFacts(Optional<MemberRights> member, boolean rejects, long revision, long lastSeq, boolean quotable) {

    /** Says which guard failed. The statements that found so have the same guards; if none is found here, one is wrong. */
    static Refusal refusal(Session session, Params params, AppendMessage command) {
        return session.first(AppendSql.FACTS, params, AppendFacts::of)
                .map(facts -> facts.refusal(command))
                .orElse(Refusal.MISSING);
    }

    private Refusal refusal(AppendMessage command) {
        return failed(command).stream().findFirst().orElseThrow(() -> unexplained(command));
    }

    /** Of a message that was not stored although nothing speaks against it. */
    static StorageException unexplained(AppendMessage command) {
        return command.key().isPresent() ? Failures.unseen("client key") : Failures.brokenOff();
    }

    static AppendFacts of(Row row) throws SQLException {
        return new AppendFacts(
                row.has("party") ? Optional.of(MemberRights.of(row)) : Optional.empty(),
                row.has("closed_at") && row.constant(Codes.ON_CLOSED, "on_closed") == ClosedRule.REJECT,
                row.number("revision"),
                row.number("last_seq"),
                row.flag("quotable"));
    }

    /** All guards that fail; the set has the order of the constants. */
    Set<Refusal> failed(AppendMessage command) {
        EnumSet<Refusal> failed = EnumSet.noneOf(Refusal.class);
        if (member.isEmpty()) {
            failed.add(Refusal.NOT_MEMBER);
            return failed;
        }
        Guards.check(failed, Refusal.PAST_MEMBER, member.get().active());
        Guards.check(
                failed,
                Refusal.FORBIDDEN,
                maySend(member.get(), command.message().visibility()));
        Guards.check(failed, Refusal.CLOSED, !rejects);
        Guards.check(failed, Refusal.STALE, Guards.isCurrent(command.expectedRevision(), revision));
        Guards.check(failed, Refusal.BEYOND_LAST, command.seenSeq().orElse(0) <= lastSeq);
        Guards.check(failed, Refusal.QUOTED_MISSING, quotable);
        return failed;
    }

    private static boolean maySend(MemberRights author, Visibility visibility) {
        return author.may(Right.SEND) && (visibility == Visibility.EVERYONE || author.may(Right.INTERNAL));
    }
}
