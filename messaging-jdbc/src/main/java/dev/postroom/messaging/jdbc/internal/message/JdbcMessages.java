package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.personal.PersonalChange;
import dev.postroom.messaging.jdbc.internal.personal.PersonalChange.Why;
import dev.postroom.messaging.jdbc.internal.personal.PersonalSql;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RangeQuery.Way;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes and reads messages. */
public final class JdbcMessages implements MessageStore {

    private static final Reader<MessageView> VIEW = row -> new MessageView(
            new Message(
                    row.message("id"),
                    row.position(),
                    row.party("author"),
                    row.constant(Codes.KIND, "kind"),
                    row.constant(Codes.VISIBILITY, "visibility"),
                    row.text("text"),
                    row.optionalNumber("quoted_seq"),
                    row.time("sent_at"),
                    row.time("created_at"),
                    row.flag("deleted")),
            row.flag("is_read"),
            row.flag("is_starred"),
            row.flag("is_hidden"));

    private static final Reader<InRange> IN_RANGE = row ->
            new InRange(row.optionalNumber("next_seq"), row.has("id") ? Optional.of(VIEW.read(row)) : Optional.empty());

    private static final Reader<Recipient> RECIPIENT = row -> new Recipient(
            row.message("id"),
            row.position(),
            row.party("party"),
            row.flag("is_read"),
            row.flag("is_starred"),
            row.flag("is_hidden"));

    private static final Reader<RecipientRow> RECIPIENT_ROW = row ->
            new RecipientRow(row.rights(), row.has("party") ? Optional.of(RECIPIENT.read(row)) : Optional.empty());

    private final Transactions work;
    private final SendPlans plans;

    public JdbcMessages(Transactions work, SendPlans plans) {
        this.work = work;
        this.plans = plans;
    }

    @Override
    public SendOutcome append(AppendMessage command) {
        return work.scripted(session -> {
            SendOutcome outcome = new Appending(command, plans).run(session);
            if (!(outcome instanceof SendOutcome.Stored)) {
                session.undo();
            }
            return outcome;
        });
    }

    @Override
    public SendAllOutcome appendAll(List<AppendMessage> commands) {
        return work.undoable(session -> AppendingAll.run(session, commands, plans));
    }

    @Override
    public Optional<StoredKey> findKey(Caller by, Claim key) {
        return work.single(session -> Claims.find(session, Claims.named(Params.of(by), key)));
    }

    @Override
    public ChangeOutcome delete(Caller by, MessageId message, OptionalLong expectedRevision, Instant at) {
        return work.atomic(session -> new Deleting(by, message, expectedRevision, at).run(session));
    }

    @Override
    public ChangeOutcome hide(Caller by, MessageId message, Instant at) {
        Params params = PersonalChange.params(by, ChangeType.MESSAGE_HIDDEN, at).with("message", message);
        return work.write(session -> new PersonalChange(session, params)
                .run(PersonalSql.HIDE, PersonalSql.MESSAGE_FACTS, row -> Why.so(row.flag("hidden"))));
    }

    @Override
    public Optional<MessageView> find(Caller by, MessageId message) {
        Params params = Params.of(by).with("message", message);
        return work.single(session -> session.first(MessageSql.FIND, params, VIEW));
    }

    @Override
    public Optional<MessageRange> range(RangeQuery query) {
        Params params = Params.of(query.by())
                .with("thread", query.start().threadId())
                .with("seq", query.start().seq())
                .with("seqs", (long) query.seqs());
        List<InRange> rows = work.single(session -> session.list(text(query.way()), params, IN_RANGE));
        return rows.stream().findFirst().map(row -> new MessageRange(messages(rows, query.way()), row.next()));
    }

    private static String text(Way way) {
        return switch (way) {
            case UP -> MessageSql.RANGE_UP;
            case UP_FROM_UNREAD -> MessageSql.RANGE_UP_FROM_UNREAD;
            case DOWN -> MessageSql.RANGE_DOWN;
        };
    }

    private static List<MessageView> messages(List<InRange> rows, Way way) {
        Comparator<MessageView> up = Comparator.comparingLong(MessageView::seq);
        return rows.stream()
                .flatMap(row -> row.message().stream())
                .sorted(way == Way.DOWN ? up.reversed() : up)
                .toList();
    }

    @Override
    public Map<ThreadId, List<MessageView>> latest(Caller by, Collection<ThreadId> threads, int seqs) {
        if (threads.isEmpty()) {
            return Map.of();
        }
        Params params = Params.of(by).threads(threads).with("seqs", (long) seqs).offsets(seqs);
        return work
                .single(session -> session.list(
                        session.dialect().joinsOffsets() ? MessageSql.LATEST_SEQS : MessageSql.LATEST, params, VIEW))
                .stream()
                .collect(Collectors.groupingBy(
                        view -> view.position().threadId(), LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public Optional<RecipientList> recipients(Caller by, MessageId message) {
        Params params = Params.of(by).with("message", message);
        List<RecipientRow> rows = work.single(session -> session.list(MessageSql.RECIPIENTS, params, RECIPIENT_ROW));
        return rows.stream().findFirst().map(row -> new RecipientList(row.readerRights(), recipients(rows)));
    }

    private static List<Recipient> recipients(List<RecipientRow> rows) {
        return rows.stream().flatMap(row -> row.recipient().stream()).toList();
    }

    /**
     * A row of a list of recipients.
     *
     * @param readerRights the rights of the party that asked, the same in each row
     * @param recipient the recipient; empty in the one row of a message without recipients
     */
    private record RecipientRow(Rights readerRights, Optional<Recipient> recipient) {}

    /**
     * A row of a range.
     *
     * @param next what all its rows say: where the rest begins
     * @param message the message; none in the one row of a range in which the reader sees none
     */
    private record InRange(OptionalLong next, Optional<MessageView> message) {}
}
