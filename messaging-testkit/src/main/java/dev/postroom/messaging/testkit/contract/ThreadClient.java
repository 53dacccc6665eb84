package dev.postroom.messaging.testkit.contract;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.List;
import java.util.OptionalLong;

/** Calls the storage under test for one thread: it changes the thread and reads it. */
public final class ThreadClient extends ThreadReader {

    /** A member limit that no test reaches. */
    public static final int LARGE_MEMBER_LIMIT = 1_000_000;

    ThreadClient(StorageClient client, ThreadId id) {
        super(client, id);
    }

    /**
     * Begins a draft of a message.
     *
     * @param author the author
     * @return the draft
     */
    public MessageDraft by(Party author) {
        return new MessageDraft(client, id, author);
    }

    /**
     * Sends a message, and fails if it is not stored.
     *
     * @param author the author
     * @return the outcome
     */
    public SendOutcome.Stored say(Party author) {
        return by(author).stored();
    }

    /**
     * Sends a message with this text, and fails if it is not stored.
     *
     * @param author the author
     * @param text the text
     * @return the outcome
     */
    public SendOutcome.Stored say(Party author, String text) {
        return by(author).text(text).stored();
    }

    /**
     * Sends an internal note, and fails if it is not stored.
     *
     * @param author the author
     * @return the outcome
     */
    public SendOutcome.Stored note(Party author) {
        return by(author).internal().stored();
    }

    /**
     * Sends a system message, and fails if it is not stored.
     *
     * @param author the author
     * @return the outcome
     */
    public SendOutcome.Stored system(Party author) {
        return by(author).system().stored();
    }

    /**
     * Deletes a message for everyone.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the outcome
     */
    public ChangeOutcome erase(Party party, long seq) {
        return erase(party, seq, OptionalLong.empty());
    }

    /**
     * Deletes a message for everyone at an expected revision.
     *
     * @param party the party
     * @param seq the seq of the message
     * @param revision the expected revision; empty to accept any
     * @return the outcome
     */
    public ChangeOutcome erase(Party party, long seq, OptionalLong revision) {
        return client.storage().messages().delete(client.as(party), message(seq), revision, client.now());
    }

    /**
     * Hides a message from the party.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the outcome
     */
    public ChangeOutcome hide(Party party, long seq) {
        return client.storage().messages().hide(client.as(party), message(seq), client.now());
    }

    /**
     * Moves a position of the party.
     *
     * @param party the party
     * @param move the kind of move
     * @param seq the seq to move to
     * @return the outcome
     */
    public ChangeOutcome move(Party party, Move move, long seq) {
        return client.storage().positions().move(client.as(party), move, at(seq), client.now());
    }

    /**
     * Marks messages as read.
     *
     * @param party the party
     * @param seq the last seq to read
     * @return the outcome
     */
    public ChangeOutcome read(Party party, long seq) {
        return move(party, Move.READ_UP_TO, seq);
    }

    /**
     * Marks messages as unread.
     *
     * @param party the party
     * @param seq the first seq to mark
     * @return the outcome
     */
    public ChangeOutcome unreadFrom(Party party, long seq) {
        return move(party, Move.UNREAD_FROM, seq);
    }

    /**
     * Archives the thread up to a message.
     *
     * @param party the party
     * @param seq the last seq to archive
     * @return the outcome
     */
    public ChangeOutcome archive(Party party, long seq) {
        return move(party, Move.ARCHIVE, seq);
    }

    /**
     * Moves the thread out of the archive.
     *
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome unarchive(Party party) {
        return move(party, Move.UNARCHIVE, 0);
    }

    /**
     * Deletes the thread for the party up to a message.
     *
     * @param party the party
     * @param seq the last seq to delete
     * @return the outcome
     */
    public ChangeOutcome delete(Party party, long seq) {
        return move(party, Move.DELETE, seq);
    }

    /**
     * Sets the star of a message.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the outcome
     */
    public ChangeOutcome star(Party party, long seq) {
        return client.storage().stars().setMessage(client.as(party), message(seq), true, client.now());
    }

    /**
     * Clears the star of a message.
     *
     * @param party the party
     * @param seq the seq of the message
     * @return the outcome
     */
    public ChangeOutcome unstar(Party party, long seq) {
        return client.storage().stars().setMessage(client.as(party), message(seq), false, client.now());
    }

    /**
     * Sets the star of the thread.
     *
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome starThread(Party party) {
        return client.storage().stars().setThread(client.as(party), id, true, client.now());
    }

    /**
     * Clears the star of the thread.
     *
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome unstarThread(Party party) {
        return client.storage().stars().setThread(client.as(party), id, false, client.now());
    }

    /**
     * Clears all stars of the party in the thread.
     *
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome clearStars(Party party) {
        return client.storage().stars().clear(client.as(party), id, client.now());
    }

    /**
     * Changes the thread at any revision.
     *
     * @param by the party that makes the change
     * @param change the change
     * @return the outcome
     */
    public ChangeOutcome change(Party by, ThreadChange change) {
        return change(by, change, OptionalLong.empty());
    }

    /**
     * Changes the thread at an expected revision.
     *
     * @param by the party that makes the change
     * @param change the change
     * @param revision the expected revision; empty to accept any
     * @return the outcome
     */
    public ChangeOutcome change(Party by, ThreadChange change, OptionalLong revision) {
        return client.storage().threads().change(client.as(by), id, change, revision, client.now());
    }

    /**
     * Renames the thread.
     *
     * @param by the party that makes the change
     * @param subject the subject
     * @return the outcome
     */
    public ChangeOutcome rename(Party by, String subject) {
        return change(by, new ThreadChange.Rename(subject));
    }

    /**
     * Closes the thread.
     *
     * @param by the party that makes the change
     * @return the outcome
     */
    public ChangeOutcome close(Party by) {
        return change(by, new ThreadChange.Close());
    }

    /**
     * Reopens the thread.
     *
     * @param by the party that makes the change
     * @return the outcome
     */
    public ChangeOutcome reopen(Party by) {
        return change(by, new ThreadChange.Reopen());
    }

    /**
     * Removes members.
     *
     * @param by the party that makes the change
     * @param parties the parties
     * @return the outcome
     */
    public ChangeOutcome remove(Party by, Party... parties) {
        return change(by, new ThreadChange.RemoveMembers(List.of(parties)));
    }

    /**
     * Lets a member leave.
     *
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome leave(Party party) {
        return remove(party, party);
    }

    /**
     * Adds members, who see the messages after their joining.
     *
     * @param by the party that makes the change
     * @param parties the parties
     * @return the outcome
     */
    public ChangeOutcome join(Party by, Party... parties) {
        List<NewMember> members =
                List.of(parties).stream().map(ThreadClient::newcomer).toList();
        return change(by, new ThreadChange.AddMembers(members, LARGE_MEMBER_LIMIT));
    }

    /**
     * Adds a member, who sees the whole history.
     *
     * @param by the party that makes the change
     * @param party the party
     * @return the outcome
     */
    public ChangeOutcome joinFull(Party by, Party party) {
        return join(by, new NewMember(party, Rights.MEMBER, NewMember.History.FULL));
    }

    /**
     * Adds members.
     *
     * @param by the party that makes the change
     * @param members the new members
     * @return the outcome
     */
    public ChangeOutcome join(Party by, NewMember... members) {
        return change(by, new ThreadChange.AddMembers(List.of(members), LARGE_MEMBER_LIMIT));
    }

    /**
     * Returns a new member, who sees the messages after its joining.
     *
     * @param party the party
     * @return the new member
     */
    public static NewMember newcomer(Party party) {
        return new NewMember(party, Rights.MEMBER, NewMember.History.FROM_JOIN);
    }
}
