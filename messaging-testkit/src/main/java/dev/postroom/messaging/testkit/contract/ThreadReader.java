package dev.postroom.messaging.testkit.contract;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RangeQuery.Way;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.List;
import java.util.Optional;

/** Reads one thread of the storage under test. */
public abstract class ThreadReader {

    final StorageClient client;
    final ThreadId id;

    ThreadReader(StorageClient client, ThreadId id) {
        this.client = client;
        this.id = id;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public ThreadId id() {
        return id;
    }

    /**
     * Returns a position in the thread.
     *
     * @param seq the seq
     * @return the position
     */
    public Position at(long seq) {
        return Position.of(id, seq);
    }

    /**
     * Returns the id of a message.
     *
     * @param seq the seq of the message
     * @return the id
     */
    public MessageId message(long seq) {
        return facts().messages().get((int) seq - 1).id();
    }

    /**
     * Returns the facts of the thread, and fails without such a thread.
     *
     * @return the facts
     */
    public ThreadFacts facts() {
        return client.facts(id).orElseThrow(() -> new AssertionError("the thread " + id + " should exist"));
    }

    /**
     * Returns the data of the thread that are the same for everyone.
     *
     * @return the data
     */
    public ThreadInfo info() {
        return facts().info();
    }

    /**
     * Returns the row of a present or past member, and fails without such a row.
     *
     * @param party the party
     * @return the row
     */
    public ThreadFacts.MemberFact row(Party party) {
        return facts().members().stream()
                .filter(member -> member.party().equals(party))
                .findAny()
                .orElseThrow(() -> new AssertionError(party + " should have a row in the thread"));
    }

    /**
     * Returns the rows of the log.
     *
     * @return the rows
     */
    public List<Change> log() {
        return facts().log();
    }

    /**
     * Returns the seqs of the log's rows of a type.
     *
     * @param type the type of change
     * @return the seqs
     */
    public List<Long> loggedSeqs(ChangeType type) {
        return log().stream()
                .filter(change -> change.type() == type)
                .map(change -> change.position().seq())
                .toList();
    }

    /**
     * Runs an operation and returns the rows that it adds to the log.
     *
     * @param operation the operation
     * @return the rows
     */
    public List<Change> loggedBy(Runnable operation) {
        int before = log().size();
        operation.run();
        List<Change> after = log();
        return after.subList(before, after.size());
    }

    /**
     * Returns a row of the log that is the same for everyone, with the latest time.
     *
     * @param type the type of change
     * @param seq the seq of the change
     * @param actor the actor
     * @return the row
     */
    public Change row(ChangeType type, long seq, Party actor) {
        return new Change(client.tenant(), type, at(seq), Optional.empty(), actor, client.latest());
    }

    /**
     * Returns a row of the log about the state of one party, with the latest time.
     *
     * @param type the type of change
     * @param seq the seq of the change
     * @param party the party whose state changed
     * @param actor the actor
     * @return the row
     */
    public Change row(ChangeType type, long seq, Party party, Party actor) {
        return new Change(client.tenant(), type, at(seq), Optional.of(party), actor, client.latest());
    }

    /**
     * Finds the thread.
     *
     * @param party the party
     * @return the summary; empty if the party does not see the thread
     */
    public Optional<ThreadSummary> find(Party party) {
        return client.storage().boxes().find(client.as(party), id, StorageClient.PREVIEW);
    }

    /**
     * Returns the summary of the thread, and fails if the party does not see the thread.
     *
     * @param party the party
     * @return the summary
     */
    public ThreadSummary summary(Party party) {
        return find(party).orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    /**
     * Returns the number of unread messages.
     *
     * @param party the party
     * @return the number
     */
    public long unread(Party party) {
        return summary(party).unread();
    }

    /**
     * Returns the seq of the last message that the party's list shows, or 0 without one.
     *
     * @param party the party
     * @return the seq
     */
    public long lastShown(Party party) {
        return summary(party)
                .last()
                .map(LastMessage::position)
                .map(Position::seq)
                .orElse(0L);
    }

    /**
     * Returns all messages that the storage shows to the party.
     *
     * @param party the party
     * @return the messages
     */
    public List<MessageView> messages(Party party) {
        return range(party, Way.UP, 1, 1000).map(MessageRange::messages).orElse(List.of());
    }

    /**
     * Reads a range of messages.
     *
     * @param party the party
     * @param way the direction
     * @param seq the seq where the range starts
     * @param seqs the number of seqs
     * @return the range; empty if the party does not see the thread
     */
    public Optional<MessageRange> range(Party party, Way way, long seq, int seqs) {
        return client.storage().messages().range(new RangeQuery(client.as(party), way, at(seq), seqs));
    }

    /**
     * Returns the present members that the storage shows to the party; none if the party must not know the thread.
     *
     * @param party the party
     * @param limit the highest number of entries
     * @return the members
     */
    public List<Member> members(Party party, int limit) {
        return client.storage()
                .boxes()
                .members(client.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /**
     * Returns the senders that the storage shows to the party; none if the party must not know the thread.
     *
     * @param party the party
     * @param limit the highest number of entries
     * @return the senders
     */
    public List<Party> senders(Party party, int limit) {
        return client.storage()
                .boxes()
                .senders(client.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /**
     * Returns the recipients of a message that the storage shows to the party; none if the party does not see the message.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the recipients
     */
    public List<Recipient> recipients(Party party, long seq) {
        return recipientList(party, seq).map(RecipientList::recipients).orElse(List.of());
    }

    /**
     * Returns the list of recipients of a message.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the list; empty if the party does not see the message
     */
    public Optional<RecipientList> recipientList(Party party, long seq) {
        return client.storage().messages().recipients(client.as(party), message(seq));
    }

    /**
     * Returns the seqs of all messages that the storage shows to the party.
     *
     * @param party the party
     * @return the seqs
     */
    public List<Long> seqs(Party party) {
        return messages(party).stream().map(MessageView::seq).toList();
    }

    /**
     * Finds a message by its seq.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the message; empty if the party does not see it
     */
    public Optional<MessageView> view(Party party, long seq) {
        return client.storage().messages().find(client.as(party), message(seq));
    }
}
