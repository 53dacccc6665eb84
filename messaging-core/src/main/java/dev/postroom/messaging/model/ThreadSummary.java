package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread as one reader sees it in a list.
 *
 * @param thread the facts that are the same for every party
 * @param mine the state of the reader
 * @param last the last message that the reader can see; empty if there is none
 * @param senders the authors of messages in the thread, ordered by time of joining, at most 20; empty unless the query
 *     asked for them
 * @param members the first members, ordered by time of joining; empty unless the query asked for them
 * @param messages the latest messages, oldest first; empty unless the query asked for them
 */
public record ThreadSummary(
        ThreadInfo thread,
        ReaderState mine,
        Optional<LastMessage> last,
        List<Party> senders,
        List<Member> members,
        List<MessageView> messages) {

    /** Checks that no value is null, and copies the lists. */
    public ThreadSummary {
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(mine, "mine");
        Objects.requireNonNull(last, "last");
        senders = List.copyOf(senders);
        members = List.copyOf(members);
        messages = List.copyOf(messages);
    }

    /**
     * Creates a summary without senders, members and messages.
     *
     * @param thread the facts that are the same for every party
     * @param mine the state of the reader
     * @param last the last message that the reader can see
     */
    public ThreadSummary(ThreadInfo thread, ReaderState mine, Optional<LastMessage> last) {
        this(thread, mine, last, List.of(), List.of(), List.of());
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public ThreadId threadId() {
        return thread.id();
    }

    /**
     * Returns the subject of the thread.
     *
     * @return the subject; empty if the thread has none
     */
    public String subject() {
        return thread.subject();
    }

    /**
     * Returns the last message that the reader could see when this summary was read. Pass it to {@code markReadUpTo},
     * {@code archive} and {@code deleteForMe}. Then a message that arrives in the meantime is not read, archived or
     * deleted unseen.
     *
     * @return the thread with the highest seq that the reader can see
     */
    public Position position() {
        return new Position(thread.id(), mine.lastSeq());
    }

    /**
     * Returns the number of unread messages.
     *
     * @return 0 or more
     */
    public long unread() {
        return mine.unread();
    }

    /**
     * Returns the time of the last activity of the thread for the reader.
     *
     * @return the time by which the threads are ordered
     */
    public Instant activityAt() {
        return mine.activityAt();
    }

    /** Describes the summary without subject and text, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "ThreadSummary[" + thread.id() + ", unread " + mine.unread() + "]";
    }
}
