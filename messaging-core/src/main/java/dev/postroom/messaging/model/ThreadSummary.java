package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread as it stands in somebody's mailbox: what a list shows of it.
 *
 * @param thread what is the same for everybody
 * @param mine what is the reader's own
 * @param last the last message the reader can see; empty if there is none
 * @param senders who wrote in the thread, in order of joining, at most 20; empty unless the query asked for them
 * @param members the first members, in order of joining; empty unless the query asked for them
 * @param messages the latest messages, oldest first; empty unless the query asked for them
 */
public record ThreadSummary(
        ThreadInfo thread,
        ReaderState mine,
        Optional<LastMessage> last,
        List<Party> senders,
        List<Member> members,
        List<MessageView> messages) {

    /** Checks that everything is there, and copies the lists. */
    public ThreadSummary {
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(mine, "mine");
        Objects.requireNonNull(last, "last");
        senders = List.copyOf(senders);
        members = List.copyOf(members);
        messages = List.copyOf(messages);
    }

    /**
     * Makes a summary without senders, members and messages.
     *
     * @param thread what is the same for everybody
     * @param mine what is the reader's own
     * @param last the last message the reader can see
     */
    public ThreadSummary(ThreadInfo thread, ReaderState mine, Optional<LastMessage> last) {
        this(thread, mine, last, List.of(), List.of(), List.of());
    }

    /**
     * Answers the thread's id.
     *
     * @return the id
     */
    public ThreadId threadId() {
        return thread.id();
    }

    /**
     * Answers the thread's subject.
     *
     * @return the subject; empty if it has none
     */
    public String subject() {
        return thread.subject();
    }

    /**
     * Answers how far the reader can see the thread as of this answer: what to hand to {@code markReadUpTo}, {@code
     * archive} and {@code deleteForMe}, so that a message arriving meanwhile is not read, archived or deleted unseen.
     *
     * @return the thread with the highest seq the reader can see
     */
    public Position position() {
        return new Position(thread.id(), mine.lastSeq());
    }

    /**
     * Answers how many messages are unread.
     *
     * @return 0 or more
     */
    public long unread() {
        return mine.unread();
    }

    /**
     * Answers when the thread was last active, for the reader.
     *
     * @return the time the thread is ordered by
     */
    public Instant activityAt() {
        return mine.activityAt();
    }

    /** Describes the summary without subject and text, so that no log ever holds them. */
    @Override
    public String toString() {
        return "ThreadSummary[" + thread.id() + ", unread " + mine.unread() + "]";
    }
}
