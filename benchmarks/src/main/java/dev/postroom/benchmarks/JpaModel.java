package dev.postroom.benchmarks;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as entities, the way a host with Hibernate models them. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets and reads the fields
final class JpaModel {

    static final List<Class<?>> ENTITIES = List.of(Conversation.class, Participant.class, Message.class, Star.class);

    /** Sequences begin above the ids that {@link JpaFill} gives. */
    private static final int FIRST_ID = 10_000_000;

    private JpaModel() {}

    @Entity(name = "Conversation")
    @Table(name = "jpa_conversation", indexes = @Index(columnList = "last_message_at"))
    static class Conversation {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "jpa_conversation_seq")
        @SequenceGenerator(name = "jpa_conversation_seq", initialValue = FIRST_ID)
        @Nullable
        private Long id;

        @Column(nullable = false)
        private String subject;

        @Column(name = "created_by", nullable = false)
        private String createdBy;

        @Column(name = "created_at", nullable = false)
        private Instant createdAt;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "last_message_id")
        @Nullable
        private Message lastMessage;

        @Column(name = "last_message_at")
        @Nullable
        private Instant lastMessageAt;

        @OneToMany(mappedBy = "conversation", cascade = CascadeType.PERSIST)
        private List<Participant> participants = new ArrayList<>();

        protected Conversation() {}

        Conversation(String subject, String createdBy, List<String> users, Instant at) {
            this.subject = subject;
            this.createdBy = createdBy;
            this.createdAt = at;
            for (String user : users) {
                participants.add(new Participant(this, user, at));
            }
        }

        void last(Message message) {
            lastMessage = message;
            lastMessageAt = message.sentAt();
        }
    }

    @Entity(name = "Participant")
    @Table(
            name = "jpa_participant",
            uniqueConstraints = @UniqueConstraint(columnNames = {"conversation_id", "user_id"}),
            indexes = @Index(columnList = "user_id"))
    static class Participant {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "jpa_participant_seq")
        @SequenceGenerator(name = "jpa_participant_seq", initialValue = FIRST_ID)
        @Nullable
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "conversation_id")
        private Conversation conversation;

        @Column(name = "user_id", nullable = false, length = 64)
        private String user;

        @Column(name = "joined_at", nullable = false)
        private Instant joinedAt;

        @Column(name = "last_read_at", nullable = false)
        private Instant lastReadAt;

        protected Participant() {}

        Participant(Conversation conversation, String user, Instant at) {
            this.conversation = conversation;
            this.user = user;
            this.joinedAt = at;
            this.lastReadAt = Instant.EPOCH;
        }

        Conversation conversation() {
            return conversation;
        }

        Instant lastReadAt() {
            return lastReadAt;
        }

        void read(Message message) {
            lastReadAt = message.sentAt();
        }
    }

    @Entity(name = "Message")
    @Table(name = "jpa_message", indexes = @Index(columnList = "conversation_id desc, sent_at desc, id desc"))
    static class Message {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "jpa_message_seq")
        @SequenceGenerator(name = "jpa_message_seq", initialValue = FIRST_ID)
        @Nullable
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "conversation_id")
        private Conversation conversation;

        @Column(nullable = false, length = 64)
        private String author;

        @Column(nullable = false, length = 4_000)
        private String text;

        @Column(name = "sent_at", nullable = false)
        private Instant sentAt;

        protected Message() {}

        Message(Conversation conversation, String author, String text, Instant at) {
            this.conversation = conversation;
            this.author = author;
            this.text = text;
            this.sentAt = at;
        }

        Instant sentAt() {
            return sentAt;
        }
    }

    @Entity(name = "Star")
    @Table(name = "jpa_star", uniqueConstraints = @UniqueConstraint(columnNames = {"user_id", "message_id"}))
    static class Star {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "jpa_star_seq")
        @SequenceGenerator(name = "jpa_star_seq", initialValue = FIRST_ID)
        @Nullable
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "message_id")
        private Message message;

        @Column(name = "user_id", nullable = false, length = 64)
        private String user;

        @Column(name = "starred_at", nullable = false)
        private Instant starredAt;

        protected Star() {}

        Star(Message message, String user, Instant at) {
            this.message = message;
            this.user = user;
            this.starredAt = at;
        }
    }
}
