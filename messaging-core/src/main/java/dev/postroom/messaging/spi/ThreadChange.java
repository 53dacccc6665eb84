package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import java.util.List;
import java.util.Objects;

/** A change of a thread itself. Each takes effect under the lock of the thread and increases its revision. */
public sealed interface ThreadChange {

    /**
     * Changes the subject. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may
     * do it.
     *
     * @param subject at most 1,000 characters; empty for none
     */
    record Rename(String subject) implements ThreadChange {

        /** Checks that the subject is not null. */
        public Rename {
            Objects.requireNonNull(subject, "subject");
        }

        /** Describes the change without the subject, so that it cannot get into a log. */
        @Override
        public String toString() {
            return "Rename";
        }
    }

    /**
     * Closes the thread. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may do
     * it.
     */
    record Close() implements ThreadChange {}

    /**
     * Opens the thread. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may do
     * it.
     */
    record Reopen() implements ThreadChange {}

    /**
     * Adds members. A party that is a member already stays as it is; if all are, nothing changes. Needs {@link
     * dev.postroom.messaging.model.Right#MANAGE}. Refused in a direct thread ({@link Refusal#WRONG_SHAPE}).
     *
     * <p>The read position of a new member is the last seq of the thread. A past member that comes back gets a new
     * window and the given rights. It keeps its totals of own messages, and its archive and delete positions.
     *
     * @param members at least one member, each party once
     * @param limit the maximum number of members that the thread may have afterwards
     */
    record AddMembers(List<NewMember> members, int limit) implements ThreadChange {

        /** Copies the members. */
        public AddMembers {
            members = List.copyOf(members);
        }
    }

    /**
     * Removes members. Parties that are not members are ignored; if none is a member, nothing changes. Needs {@link
     * dev.postroom.messaging.model.Right#MANAGE}, unless a party removes only itself, that is, leaves. Refused in a
     * direct thread ({@link Refusal#WRONG_SHAPE}), and if fewer members than the minimum of the thread would remain.
     *
     * <p>A past member keeps those of its rights that {@link dev.postroom.messaging.model.Rights#past()} returns. It
     * sees what it could see until then, in {@code Box.ALL} and by id, but in no other box and in no total. Its
     * positions, stars and hidden messages stay.
     *
     * @param parties at least one party, each once
     */
    record RemoveMembers(List<Party> parties) implements ThreadChange {

        /** Copies the parties. */
        public RemoveMembers {
            parties = List.copyOf(parties);
        }
    }
}
