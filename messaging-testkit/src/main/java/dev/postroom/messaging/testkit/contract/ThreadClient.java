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
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RangeQuery.Way;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls the storage under test for one thread: it changes the thread and reads it.
 */
public final class ThreadClient {

    public static final int LARGE_MEMBER_LIMIT = 1_000_000;

    private final StorageClient client;
    private final ThreadId id;

    public ThreadClient(StorageClient client, ThreadId id) {
        this.client = client;
        this.id = id;
    }

    public ThreadId id() {
        return id;
    }

    public Position at(long seq) {
        return Position.of(id, seq);
    }

    // --- messages -----------------------------------------------------------------------------------------------

    public MessageDraft by(Party author) {
        return new MessageDraft(client, id, author);
    }

    public SendOutcome.Stored say(Party author) {
        return by(author).stored();
    }

    public SendOutcome.Stored say(Party author, String text) {
        return by(author).text(text).stored();
    }

    public SendOutcome.Stored note(Party author) {
        return by(author).internal().stored();
    }

    public SendOutcome.Stored system(Party author) {
        return by(author).system().stored();
    }

    public ChangeOutcome erase(Party party, long seq) {
        return erase(party, seq, OptionalLong.empty());
    }

    public ChangeOutcome erase(Party party, long seq, OptionalLong revision) {
        return client.storage().messages().delete(client.as(party), message(seq), revision, client.now());
    }

    public ChangeOutcome hide(Party party, long seq) {
        return client.storage().messages().hide(client.as(party), message(seq), client.now());
    }

    // --- positions and stars ------------------------------------------------------------------------------------

    public ChangeOutcome move(Party party, Move move, long seq) {
        return client.storage().positions().move(client.as(party), move, at(seq), client.now());
    }

    public ChangeOutcome read(Party party, long seq) {
        return move(party, Move.READ_UP_TO, seq);
    }

    public ChangeOutcome unreadFrom(Party party, long seq) {
        return move(party, Move.UNREAD_FROM, seq);
    }

    public ChangeOutcome archive(Party party, long seq) {
        return move(party, Move.ARCHIVE, seq);
    }

    public ChangeOutcome unarchive(Party party) {
        return move(party, Move.UNARCHIVE, 0);
    }

    public ChangeOutcome delete(Party party, long seq) {
        return move(party, Move.DELETE, seq);
    }

    public ChangeOutcome star(Party party, long seq) {
        return client.storage().stars().setMessage(client.as(party), message(seq), true, client.now());
    }

    public ChangeOutcome unstar(Party party, long seq) {
        return client.storage().stars().setMessage(client.as(party), message(seq), false, client.now());
    }

    public ChangeOutcome starThread(Party party) {
        return client.storage().stars().setThread(client.as(party), id, true, client.now());
    }

    public ChangeOutcome unstarThread(Party party) {
        return client.storage().stars().setThread(client.as(party), id, false, client.now());
    }

    public ChangeOutcome clearStars(Party party) {
        return client.storage().stars().clear(client.as(party), id, client.now());
    }

    // --- the thread itself --------------------------------------------------------------------------------------

    public ChangeOutcome change(Party by, ThreadChange change) {
        return change(by, change, OptionalLong.empty());
    }

    public ChangeOutcome change(Party by, ThreadChange change, OptionalLong revision) {
        return client.storage().threads().change(client.as(by), id, change, revision, client.now());
    }

    public ChangeOutcome rename(Party by, String subject) {
        return change(by, new ThreadChange.Rename(subject));
    }

    public ChangeOutcome close(Party by) {
        return change(by, new ThreadChange.Close());
    }

    public ChangeOutcome reopen(Party by) {
        return change(by, new ThreadChange.Reopen());
    }

    public ChangeOutcome remove(Party by, Party... parties) {
        return change(by, new ThreadChange.RemoveMembers(List.of(parties)));
    }

    public ChangeOutcome leave(Party party) {
        return remove(party, party);
    }

    public ChangeOutcome join(Party by, Party... parties) {
        List<NewMember> members =
                List.of(parties).stream().map(ThreadClient::newcomer).toList();
        return change(by, new ThreadChange.AddMembers(members, LARGE_MEMBER_LIMIT));
    }

    public ChangeOutcome joinFull(Party by, Party party) {
        return join(by, new NewMember(party, Rights.MEMBER, NewMember.History.FULL));
    }

    public ChangeOutcome join(Party by, NewMember... members) {
        return change(by, new ThreadChange.AddMembers(List.of(members), LARGE_MEMBER_LIMIT));
    }

    public static NewMember newcomer(Party party) {
        return new NewMember(party, Rights.MEMBER, NewMember.History.FROM_JOIN);
    }

    // --- queries ------------------------------------------------------------------------------------------------

    public MessageId message(long seq) {
        return facts().messages().get((int) seq - 1).id();
    }

    public ThreadFacts facts() {
        return client.facts(id).orElseThrow(() -> new AssertionError("the thread " + id + " should exist"));
    }

    public ThreadInfo info() {
        return facts().info();
    }

    public ThreadFacts.MemberFact row(Party party) {
        return facts().members().stream()
                .filter(member -> member.party().equals(party))
                .findAny()
                .orElseThrow(() -> new AssertionError(party + " should have a row in the thread"));
    }

    public List<Change> log() {
        return facts().log();
    }

    /** Returns the seqs of the log's rows of a type. */
    public List<Long> loggedSeqs(ChangeType type) {
        return log().stream()
                .filter(change -> change.type() == type)
                .map(change -> change.position().seq())
                .toList();
    }

    /** Runs an operation and returns the rows that it adds to the log. */
    public List<Change> loggedBy(Runnable operation) {
        int before = log().size();
        operation.run();
        List<Change> after = log();
        return after.subList(before, after.size());
    }

    /** Returns a row of the log that is the same for everyone, with the latest time. */
    public Change row(ChangeType type, long seq, Party actor) {
        return new Change(client.tenant(), type, at(seq), Optional.empty(), actor, client.latest());
    }

    /** Returns a row of the log about the state of one party, with the latest time. */
    public Change row(ChangeType type, long seq, Party party, Party actor) {
        return new Change(client.tenant(), type, at(seq), Optional.of(party), actor, client.latest());
    }

    public Optional<ThreadSummary> find(Party party) {
        return client.storage().boxes().find(client.as(party), id, StorageClient.PREVIEW);
    }

    public ThreadSummary summary(Party party) {
        return find(party).orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    public long unread(Party party) {
        return summary(party).unread();
    }

    /** Returns the seq of the last message that the party's list shows, or 0 without one. */
    public long lastShown(Party party) {
        return summary(party)
                .last()
                .map(LastMessage::position)
                .map(Position::seq)
                .orElse(0L);
    }

    public List<MessageView> messages(Party party) {
        return range(party, Way.UP, 1, 1000).map(MessageRange::messages).orElse(List.of());
    }

    public Optional<MessageRange> range(Party party, Way way, long seq, int seqs) {
        return client.storage().messages().range(new RangeQuery(client.as(party), way, at(seq), seqs));
    }

    /** Returns the present members that the storage shows to the party; none if the party must not know the thread. */
    public List<Member> members(Party party, int limit) {
        return client.storage()
                .boxes()
                .members(client.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /** Returns the senders that the storage shows to the party; none if the party must not know the thread. */
    public List<Party> senders(Party party, int limit) {
        return client.storage()
                .boxes()
                .senders(client.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /**
     * Returns the recipients of a message that the storage shows to the party; none if the party does not see the
     * message.
     */
    public List<Recipient> recipients(Party party, long seq) {
        return recipientList(party, seq).map(RecipientList::recipients).orElse(List.of());
    }

    public Optional<RecipientList> recipientList(Party party, long seq) {
        return client.storage().messages().recipients(client.as(party), message(seq));
    }

    /** Returns the seqs of all messages that the storage shows to the party. */
    public List<Long> seqs(Party party) {
        return messages(party).stream().map(MessageView::seq).toList();
    }

    public Optional<MessageView> view(Party party, long seq) {
        return client.storage().messages().find(client.as(party), message(seq));
    }
}
