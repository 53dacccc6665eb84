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
final class Talk {

    static final int ROOMY = 1_000_000;

    private final World world;
    private final ThreadId id;

    Talk(World world, ThreadId id) {
        this.world = world;
        this.id = id;
    }

    ThreadId id() {
        return id;
    }

    Position at(long seq) {
        return Position.of(id, seq);
    }

    // --- messages -----------------------------------------------------------------------------------------------

    MessageDraft by(Party author) {
        return new MessageDraft(world, id, author);
    }

    SendOutcome.Stored say(Party author) {
        return by(author).stored();
    }

    SendOutcome.Stored say(Party author, String text) {
        return by(author).text(text).stored();
    }

    SendOutcome.Stored note(Party author) {
        return by(author).internal().stored();
    }

    SendOutcome.Stored system(Party author) {
        return by(author).system().stored();
    }

    ChangeOutcome erase(Party party, long seq) {
        return erase(party, seq, OptionalLong.empty());
    }

    ChangeOutcome erase(Party party, long seq, OptionalLong revision) {
        return world.storage().messages().delete(world.as(party), message(seq), revision, world.now());
    }

    ChangeOutcome hide(Party party, long seq) {
        return world.storage().messages().hide(world.as(party), message(seq), world.now());
    }

    // --- positions and stars ------------------------------------------------------------------------------------

    ChangeOutcome move(Party party, Move move, long seq) {
        return world.storage().positions().move(world.as(party), move, at(seq), world.now());
    }

    ChangeOutcome read(Party party, long seq) {
        return move(party, Move.READ_UP_TO, seq);
    }

    ChangeOutcome unreadFrom(Party party, long seq) {
        return move(party, Move.UNREAD_FROM, seq);
    }

    ChangeOutcome archive(Party party, long seq) {
        return move(party, Move.ARCHIVE, seq);
    }

    ChangeOutcome unarchive(Party party) {
        return move(party, Move.UNARCHIVE, 0);
    }

    ChangeOutcome delete(Party party, long seq) {
        return move(party, Move.DELETE, seq);
    }

    ChangeOutcome star(Party party, long seq) {
        return world.storage().stars().setMessage(world.as(party), message(seq), true, world.now());
    }

    ChangeOutcome unstar(Party party, long seq) {
        return world.storage().stars().setMessage(world.as(party), message(seq), false, world.now());
    }

    ChangeOutcome starThread(Party party) {
        return world.storage().stars().setThread(world.as(party), id, true, world.now());
    }

    ChangeOutcome unstarThread(Party party) {
        return world.storage().stars().setThread(world.as(party), id, false, world.now());
    }

    ChangeOutcome clearStars(Party party) {
        return world.storage().stars().clear(world.as(party), id, world.now());
    }

    // --- the thread itself --------------------------------------------------------------------------------------

    ChangeOutcome change(Party by, ThreadChange change) {
        return change(by, change, OptionalLong.empty());
    }

    ChangeOutcome change(Party by, ThreadChange change, OptionalLong revision) {
        return world.storage().threads().change(world.as(by), id, change, revision, world.now());
    }

    ChangeOutcome rename(Party by, String subject) {
        return change(by, new ThreadChange.Rename(subject));
    }

    ChangeOutcome close(Party by) {
        return change(by, new ThreadChange.Close());
    }

    ChangeOutcome reopen(Party by) {
        return change(by, new ThreadChange.Reopen());
    }

    ChangeOutcome remove(Party by, Party... parties) {
        return change(by, new ThreadChange.RemoveMembers(List.of(parties)));
    }

    ChangeOutcome leave(Party party) {
        return remove(party, party);
    }

    ChangeOutcome join(Party by, Party... parties) {
        List<NewMember> members = List.of(parties).stream().map(Talk::newcomer).toList();
        return change(by, new ThreadChange.AddMembers(members, ROOMY));
    }

    ChangeOutcome joinFull(Party by, Party party) {
        return join(by, new NewMember(party, Rights.MEMBER, NewMember.History.FULL));
    }

    ChangeOutcome join(Party by, NewMember... members) {
        return change(by, new ThreadChange.AddMembers(List.of(members), ROOMY));
    }

    static NewMember newcomer(Party party) {
        return new NewMember(party, Rights.MEMBER, NewMember.History.FROM_JOIN);
    }

    // --- questions ----------------------------------------------------------------------------------------------

    MessageId message(long seq) {
        return facts().messages().get((int) seq - 1).id();
    }

    ThreadFacts facts() {
        return world.facts(id).orElseThrow(() -> new AssertionError("the thread " + id + " should exist"));
    }

    ThreadInfo info() {
        return facts().info();
    }

    ThreadFacts.MemberFact row(Party party) {
        return facts().members().stream()
                .filter(member -> member.party().equals(party))
                .findAny()
                .orElseThrow(() -> new AssertionError(party + " should have a row in the thread"));
    }

    List<Change> log() {
        return facts().log();
    }

    /** The rows that an operation adds to the log. */
    List<Change> logOf(Runnable operation) {
        int before = log().size();
        operation.run();
        List<Change> after = log();
        return after.subList(before, after.size());
    }

    /** A row of the log, as of the latest moment. */
    Change row(ChangeType type, long seq, Party actor) {
        return new Change(world.tenant(), type, at(seq), Optional.empty(), actor, world.latest());
    }

    /** A row of the log that speaks of a party's own state, as of the latest moment. */
    Change row(ChangeType type, long seq, Party party, Party actor) {
        return new Change(world.tenant(), type, at(seq), Optional.of(party), actor, world.latest());
    }

    Optional<ThreadSummary> find(Party party) {
        return world.storage().boxes().find(world.as(party), id, World.PREVIEW);
    }

    ThreadSummary summary(Party party) {
        return find(party).orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    long unread(Party party) {
        return summary(party).unread();
    }

    /** The seq of the last message as the party's list shows it; 0 without one. */
    long lastShown(Party party) {
        return summary(party)
                .last()
                .map(LastMessage::position)
                .map(Position::seq)
                .orElse(0L);
    }

    List<MessageView> messages(Party party) {
        return range(party, Way.UP, 1, 1000).map(MessageRange::messages).orElse(List.of());
    }

    Optional<MessageRange> range(Party party, Way way, long seq, int seqs) {
        return world.storage().messages().range(new RangeQuery(world.as(party), way, at(seq), seqs));
    }

    /** The present members as the party is told them; none if it may not know of the thread. */
    List<Member> members(Party party, int limit) {
        return world.storage()
                .boxes()
                .members(world.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /** Who wrote, as the party is told; nobody if it may not know of the thread. */
    List<Party> senders(Party party, int limit) {
        return world.storage()
                .boxes()
                .senders(world.as(party), List.of(id), limit)
                .getOrDefault(id, List.of());
    }

    /** The recipients of a message as the party is told them; none if it does not see the message. */
    List<Recipient> recipients(Party party, long seq) {
        return recipientList(party, seq).map(RecipientList::recipients).orElse(List.of());
    }

    Optional<RecipientList> recipientList(Party party, long seq) {
        return world.storage().messages().recipients(world.as(party), message(seq));
    }

    /** The seqs of all messages the party is shown. */
    List<Long> seqs(Party party) {
        return messages(party).stream().map(MessageView::seq).toList();
    }

    Optional<MessageView> view(Party party, long seq) {
        return world.storage().messages().find(world.as(party), message(seq));
    }
}
