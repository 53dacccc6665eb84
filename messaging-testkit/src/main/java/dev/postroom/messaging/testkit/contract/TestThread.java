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

/** One thread of the storage under test: what can be done to it, and what can be asked about it. */
public final class TestThread {

    public static final int ROOMY = 1_000_000;

    private final TestTenant testTenant;
    private final ThreadId id;

    public TestThread(TestTenant testTenant, ThreadId id) {
        this.testTenant = testTenant;
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
        return new MessageDraft(testTenant, id, author);
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
        return testTenant.storage().messages().delete(testTenant.as(party), message(seq), revision, testTenant.now());
    }

    public ChangeOutcome hide(Party party, long seq) {
        return testTenant.storage().messages().hide(testTenant.as(party), message(seq), testTenant.now());
    }

    // --- positions and stars ------------------------------------------------------------------------------------

    public ChangeOutcome move(Party party, Move move, long seq) {
        return testTenant.storage().positions().move(testTenant.as(party), move, at(seq), testTenant.now());
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
        return testTenant.storage().stars().setMessage(testTenant.as(party), message(seq), true, testTenant.now());
    }

    public ChangeOutcome unstar(Party party, long seq) {
        return testTenant.storage().stars().setMessage(testTenant.as(party), message(seq), false, testTenant.now());
    }

    public ChangeOutcome starThread(Party party) {
        return testTenant.storage().stars().setThread(testTenant.as(party), id, true, testTenant.now());
    }

    public ChangeOutcome unstarThread(Party party) {
        return testTenant.storage().stars().setThread(testTenant.as(party), id, false, testTenant.now());
    }

    public ChangeOutcome clearStars(Party party) {
        return testTenant.storage().stars().clear(testTenant.as(party), id, testTenant.now());
    }

    // --- the thread itself --------------------------------------------------------------------------------------

    public ChangeOutcome change(Party by, ThreadChange change) {
        return change(by, change, OptionalLong.empty());
    }

    public ChangeOutcome change(Party by, ThreadChange change, OptionalLong revision) {
        return testTenant.storage().threads().change(testTenant.as(by), id, change, revision, testTenant.now());
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
                List.of(parties).stream().map(TestThread::newcomer).toList();
        return change(by, new ThreadChange.AddMembers(members, ROOMY));
    }

    public ChangeOutcome joinFull(Party by, Party party) {
        return join(by, new NewMember(party, Rights.MEMBER, NewMember.History.FULL));
    }

    public ChangeOutcome join(Party by, NewMember... members) {
        return change(by, new ThreadChange.AddMembers(List.of(members), ROOMY));
    }

    public static NewMember newcomer(Party party) {
        return new NewMember(party, Rights.MEMBER, NewMember.History.FROM_JOIN);
    }

    // --- questions ----------------------------------------------------------------------------------------------

    public MessageId message(long seq) {
        return facts().messages().get((int) seq - 1).id();
    }

    public ThreadFacts facts() {
        return testTenant.facts(id).orElseThrow(() -> new AssertionError("the thread " + id + " should exist"));
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

    /** The rows that an operation adds to the log. */
    public List<Change> logOf(Runnable operation) {
        int before = log().size();
        operation.run();
        List<Change> after = log();
        return after.subList(before, after.size());
    }

    /** A row of the log, as of the latest moment. */
    public Change row(ChangeType type, long seq, Party actor) {
        return new Change(testTenant.tenant(), type, at(seq), Optional.empty(), actor, testTenant.latest());
    }

    /** A row of the log that speaks of a party's own state, as of the latest moment. */
    public Change row(ChangeType type, long seq, Party party, Party actor) {
        return new Change(testTenant.tenant(), type, at(seq), Optional.of(party), actor, testTenant.latest());
    }

    public Optional<ThreadSummary> find(Party party) {
        return testTenant.storage().boxes().find(testTenant.as(party), id, TestTenant.PREVIEW);
    }

    public ThreadSummary summary(Party party) {
        return find(party).orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    public long unread(Party party) {
        return summary(party).unread();
    }

    /** The seq of the last message as the party's list shows it; 0 without one. */
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
        return testTenant.storage().messages().range(new RangeQuery(testTenant.as(party), way, at(seq), seqs));
    }

    /** The present members as the party is told them; none if it may not know of the thread. */
    public List<Member> members(Party party, int limit) {
        return testTenant
                .storage()
                .boxes()
                .members(testTenant.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /** Who wrote, as the party is told; nobody if it may not know of the thread. */
    public List<Party> senders(Party party, int limit) {
        return testTenant
                .storage()
                .boxes()
                .senders(testTenant.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /** The recipients of a message as the party is told them; none if it does not see the message. */
    public List<Recipient> recipients(Party party, long seq) {
        return recipientList(party, seq).map(RecipientList::recipients).orElse(List.of());
    }

    public Optional<RecipientList> recipientList(Party party, long seq) {
        return testTenant.storage().messages().recipients(testTenant.as(party), message(seq));
    }

    /** The seqs of all messages the party is shown. */
    public List<Long> seqs(Party party) {
        return messages(party).stream().map(MessageView::seq).toList();
    }

    public Optional<MessageView> view(Party party, long seq) {
        return testTenant.storage().messages().find(testTenant.as(party), message(seq));
    }
}
