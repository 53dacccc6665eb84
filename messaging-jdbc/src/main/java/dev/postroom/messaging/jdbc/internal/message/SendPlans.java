package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Guard;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Lock;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Log;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.LogRow;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Raise;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Update;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.NewMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The plans that store a message in an existing thread: one for each kind of message that differs in its texts. */
public final class SendPlans {

    private final Map<Kind, WritePlan> plans = new ConcurrentHashMap<>();
    private volatile boolean repliesRead;

    /**
     * The plan for a message to which nothing unusual happens. It is short, and it is not done, and answers nothing, if the
     * thread is closed, or the author's read position moves unasked, or a guard does not hold.
     */
    WritePlan usual(AppendMessage command) {
        return plan(Kind.of(command, false, command.seenSeq().isPresent() || repliesRead));
    }

    /** The plan for any message. */
    WritePlan whole(AppendMessage command) {
        return plan(Kind.of(command, true, true));
    }

    /** Notes that there are threads in which a reply moves the author's read position without being asked to. */
    void repliesRead() {
        repliesRead = true;
    }

    private WritePlan plan(Kind kind) {
        return plans.computeIfAbsent(kind, Kind::plan);
    }

    /** The properties of a message on which the texts of a plan depend. */
    public record Kind(
            boolean keyed, boolean quoting, boolean whole, boolean reading, MessageKind kind, Visibility visibility) {

        public static Kind of(AppendMessage command, boolean whole, boolean reading) {
            NewMessage message = command.message();
            return new Kind(
                    command.key().isPresent(),
                    message.quotedSeq().isPresent(),
                    whole,
                    reading,
                    message.kind(),
                    message.visibility());
        }

        public WritePlan plan() {
            return new WritePlan(
                    "send",
                    Optional.of(new Lock(SendSql.THREAD, "t.id", values(), guard())),
                    steps(),
                    reading ? List.of("last_seq", "created_at", "read_to") : List.of("last_seq", "created_at"),
                    whole ? Optional.of(refused()) : Optional.empty());
        }

        private WritePlan.Refused refused() {
            WritePlan.Refused refused = SendSql.refused(quoting);
            return new WritePlan.Refused(text(refused.columns()), refused.tables());
        }

        private Guard guard() {
            Guard guard = SendSql.guard(quoting);
            String usual = (whole ? "" : " and t.closed_at is null") + (reading ? "" : " and t.reply_reads <> 2");
            return new Guard(guard.row(), text(guard.condition() + usual));
        }

        private List<Value> values() {
            List<Value> values = new ArrayList<>(List.of(
                    Value.flag("large", "t.large"),
                    Value.number("last_seq", "t.last_seq + 1"),
                    Value.number("created_at", text("greatest(:at, t.activity_at + :step)")),
                    Value.number(
                            "activity_at",
                            text("case when :active then greatest(:at, t.activity_at + 1) else t.activity_at end")),
                    Value.number("member_count", "t.member_count"),
                    Value.flag("unanswered", "t.unanswered"),
                    Value.number("total_all", text("t.total_all + :count_all")),
                    Value.number("total_notes", text("t.total_notes + :count_notes")),
                    Value.number(
                            "before_all_seq",
                            text("case when :active and :for_all then t.active_all_seq else t.before_all_seq end")),
                    Value.number(
                            "before_internal_seq",
                            text("case when :active then t.active_internal_seq else t.before_internal_seq end"))));
            if (whole) {
                values.add(Value.flag("reopens", "t.closed_at is not null and t.on_closed = 2"));
            }
            if (reading) {
                values.add(Value.number("read_to", SendSql.READ_TO));
                values.add(Value.flag("may_read", SendSql.READ_TO + " > 0"));
            }
            return values;
        }

        private List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            if (keyed) {
                steps.add(new Claim(ClaimSql.insert(SendSql.CLAIM), ClaimSql.ABSENT));
            }
            steps.add(new Update(
                    "advanced",
                    SendSql.THREAD,
                    text((whole ? SendSql.REOPENED : "") + SendSql.ADVANCED),
                    Optional.empty(),
                    "",
                    Expected.ONE));
            if (reading) {
                // After the claim: a transaction that waits for a key holds no row that the key's owner may want.
                steps.add(new Raise(
                        "author", SendSql.AUTHOR, "m.read_seq < value.read_to", SendSql.READ, "reads", "may_read"));
            }
            steps.add(new Update(
                    "members",
                    new Rows(SendSql.MEMBERS.table(), text(SendSql.MEMBERS.where())),
                    text(SendSql.MEMBER),
                    Optional.of(SendSql.AUTHOR_ALONE),
                    "m.tenant, m.thread_id, m.party, m.own_all, m.own_notes",
                    // A message that is neither active nor counted leaves the author's row as it is.
                    kind.active() || kind.countable() ? Expected.SOME : Expected.ANY));
            steps.add(MessageSql.insert(text(SendSql.MESSAGE), Optional.of(SendSql.AUTHOR)));
            steps.add(new Log(log()));
            return steps;
        }

        private List<LogRow> log() {
            List<LogRow> rows = new ArrayList<>();
            if (whole) {
                rows.add(new LogRow(ChangeType.THREAD_REOPENED, "value.last_seq", "null", Optional.of("reopens")));
            }
            rows.add(new LogRow(ChangeType.MESSAGE_CREATED, "value.last_seq", "null", Optional.empty()));
            if (reading) {
                rows.add(new LogRow(ChangeType.READ_MOVED, "value.read_to", ":party", Optional.of("reads")));
            }
            return rows;
        }

        private String text(String text) {
            return MessageParams.fixed(text, kind, visibility);
        }
    }
}
