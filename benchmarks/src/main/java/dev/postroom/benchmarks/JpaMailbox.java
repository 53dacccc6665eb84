package dev.postroom.benchmarks;

import dev.postroom.benchmarks.JpaModel.Conversation;
import dev.postroom.benchmarks.JpaModel.Message;
import dev.postroom.benchmarks.JpaModel.Participant;
import dev.postroom.benchmarks.JpaModel.Star;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a host's service does for one user within a transaction: entities for what changes, projections for lists. */
final class JpaMailbox {

    private final EntityManager manager;
    private final String user;

    JpaMailbox(EntityManager manager, String user) {
        this.manager = manager;
        this.user = user;
    }

    /** A conversation in a list, with its last message. */
    record Head(long id, String subject, String author, String text, Instant at) {}

    /** A line of the inbox. */
    record Line(Head head, long unread, boolean starred) {}

    /** Unread messages of one conversation. */
    record Count(long conversation, long messages) {}

    /** A message in a list, and whether the user starred it. */
    record Post(long id, String author, String text, Instant at, boolean starred) {}

    /** A message of a page. */
    record Shown(Post post, boolean read) {}

    /** Unread conversations, and messages in all of them. */
    record Totals(long conversations, long messages) {}

    Message send(long conversation, String text) {
        return write(participant(conversation).conversation(), text);
    }

    Conversation create(String subject, List<String> users, String text) {
        Conversation conversation = new Conversation(subject, user, users, Instant.now());
        manager.persist(conversation);
        write(conversation, text);
        return conversation;
    }

    private Message write(Conversation conversation, String text) {
        Message message = new Message(conversation, user, text, Instant.now());
        manager.persist(message);
        conversation.last(message);
        return message;
    }

    List<Line> inbox(int size) {
        List<Head> heads = manager.createQuery("""
                        select c.id, c.subject, m.author, m.text, m.sentAt
                        from Participant p join p.conversation c join c.lastMessage m
                        where p.user = :user
                        order by c.lastMessageAt desc, c.id desc
                        """, Head.class)
                .setParameter("user", user)
                .setMaxResults(size)
                .getResultList();
        List<Long> ids = heads.stream().map(Head::id).toList();
        Map<Long, Long> unread = unread(ids);
        Set<Long> starred = starred(ids);
        return heads.stream()
                .map(head -> new Line(head, unread.getOrDefault(head.id(), 0L), starred.contains(head.id())))
                .toList();
    }

    private Map<Long, Long> unread(List<Long> conversations) {
        return manager.createQuery("""
                        select p.conversation.id, count(m.id)
                        from Participant p join Message m on m.conversation = p.conversation
                        where p.user = :user and p.conversation.id in :conversations
                          and m.sentAt > p.lastReadAt and m.author <> :user
                        group by p.conversation.id
                        """, Count.class)
                .setParameter("user", user)
                .setParameter("conversations", conversations)
                .getResultStream()
                .collect(Collectors.toMap(Count::conversation, Count::messages));
    }

    private Set<Long> starred(List<Long> conversations) {
        return new HashSet<>(manager.createQuery("""
                        select distinct m.conversation.id from Star s join s.message m
                        where s.user = :user and m.conversation.id in :conversations
                        """, Long.class)
                .setParameter("user", user)
                .setParameter("conversations", conversations)
                .getResultList());
    }

    /** Ordered by the conversation too, for only then H2 finds the newest by the index. */
    List<Shown> newest(long conversation, int size) {
        Participant me = participant(conversation);
        return manager.createQuery("""
                        select m.id, m.author, m.text, m.sentAt, s.id is not null
                        from Message m left join Star s on s.message = m and s.user = :user
                        where m.conversation.id = :conversation
                        order by m.conversation.id desc, m.sentAt desc, m.id desc
                        """, Post.class)
                .setParameter("user", user)
                .setParameter("conversation", conversation)
                .setMaxResults(size)
                .getResultStream()
                .map(post ->
                        new Shown(post, post.author().equals(user) || !post.at().isAfter(me.lastReadAt())))
                .toList();
    }

    void read(long conversation, long message) {
        Participant me = participant(conversation);
        me.read(manager.find(Message.class, message));
    }

    Totals totals() {
        return manager.createQuery("""
                        select count(distinct p.conversation.id), count(m.id)
                        from Participant p join Message m on m.conversation = p.conversation
                        where p.user = :user and m.sentAt > p.lastReadAt and m.author <> :user
                        """, Totals.class).setParameter("user", user).getSingleResult();
    }

    void star(long conversation, long message) {
        participant(conversation);
        boolean missing = manager.createQuery(
                        "select count(s) from Star s where s.user = :user and s.message.id = :message", Long.class)
                .setParameter("user", user)
                .setParameter("message", message)
                .getSingleResult()
                .equals(0L);
        if (missing) {
            manager.persist(new Star(manager.getReference(Message.class, message), user, Instant.now()));
        }
    }

    /** The user in a conversation; throws if they take no part in it. */
    private Participant participant(long conversation) {
        return manager.createQuery("""
                        select p from Participant p join fetch p.conversation c
                        where c.id = :conversation and p.user = :user
                        """, Participant.class)
                .setParameter("conversation", conversation)
                .setParameter("user", user)
                .getSingleResult();
    }
}
