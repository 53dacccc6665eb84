package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import java.util.List;
import java.util.Objects;

/** A change of a thread itself. All take effect under the thread's lock and raise its revision. */
public sealed interface ThreadChange {

    /**
     * Another subject. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may.
     *
     * @param subject at most 1,000 characters; empty for none
     */
    record Rename(String subject) implements ThreadChange {

        /** Checks that the subject is there. */
        public Rename {
            Objects.requireNonNull(subject, "subject");
        }

        /** Describes the change without the subject, so that no log ever holds it. */
        @Override
        public String toString() {
            return "Rename";
        }
    }

    /** Close the thread. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may. */
    record Close() implements ThreadChange {}

    /** Open the thread. Needs {@link dev.postroom.messaging.model.Right#MANAGE}; in a direct thread any member may. */
    record Reopen() implements ThreadChange {}

    /**
     * Add members. Who is a member already stays as they are; if all are, nothing changes. Needs {@link
     * dev.postroom.messaging.model.Right#MANAGE}; refused in a direct thread ({@link Refusal#WRONG_SHAPE}).
     *
     * <p>The new member's read position is the thread's last seq. One who was a member before gets a new window and the
     * given rights; totals of own messages, archive and delete positions go on.
     *
     * @param members at least one, each party once
     * @param limit the most members the thread may have afterwards
     */
    record AddMembers(List<NewMember> members, int limit) implements ThreadChange {

        /** Copies the members. */
        public AddMembers {
            members = List.copyOf(members);
        }
    }

    /**
     * Remove members; who is none is passed over, and if none is, nothing changes. Needs {@link
     * dev.postroom.messaging.model.Right#MANAGE}, unless a party removes only itself, which is leaving. Refused in a
     * direct thread ({@link Refusal#WRONG_SHAPE}), and if fewer than the thread's minimum would remain.
     *
     * <p>A past member keeps {@link dev.postroom.messaging.model.Rights#past()} of its rights: it sees what it could see
     * until then, in {@code Box.ALL} and by id, in no other box and no total. Its positions, stars and marks stay.
     *
     * @param parties at least one, each once
     */
    record RemoveMembers(List<Party> parties) implements ThreadChange {

        /** Copies the parties. */
        public RemoveMembers {
            parties = List.copyOf(parties);
        }
    }
}
