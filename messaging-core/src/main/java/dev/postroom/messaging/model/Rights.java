package dev.postroom.messaging.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * A set of {@link Right}s.
 *
 * @param bits the sum of the {@link Right#bit()}s of the rights, which is the form that storages keep
 */
public record Rights(int bits) {

    /** The empty set, for the author of a message who is not a member. */
    public static final Rights NONE = new Rights(0);

    /** The rights of an ordinary member: to view, to send and to be notified. */
    public static final Rights MEMBER = of(Right.VIEW, Right.SEND, Right.NOTIFY);

    /** The rights of the party that starts a group: those of a member, and to manage. */
    public static final Rights MANAGER = of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE);

    private static final int ALL = 31;

    /**
     * Checks the bits.
     *
     * @throws InvalidException if a bit belongs to no right
     */
    public Rights {
        if ((bits & ~ALL) != 0) {
            throw new InvalidException("rights", "has unknown bits: " + bits);
        }
    }

    /**
     * Creates a set of rights.
     *
     * @param rights the rights; may be none
     * @return the set
     */
    public static Rights of(Right... rights) {
        int bits = 0;
        for (Right right : rights) {
            bits |= right.bit();
        }
        return new Rights(bits);
    }

    /**
     * Returns whether the set contains a right.
     *
     * @param right the right
     * @return true if it does
     */
    public boolean has(Right right) {
        return (bits & right.bit()) != 0;
    }

    /**
     * Returns the rights that remain after a member has left. With them, a past member sees what it could see until
     * then.
     *
     * @return {@link Right#VIEW} and {@link Right#INTERNAL}, as far as this set contains them
     */
    public Rights past() {
        return new Rights(bits & (Right.VIEW.bit() | Right.INTERNAL.bit()));
    }

    /**
     * Returns the rights as a set of constants.
     *
     * @return an unmodifiable set
     */
    public Set<Right> asSet() {
        EnumSet<Right> set = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (has(right)) {
                set.add(right);
            }
        }
        return Set.copyOf(set);
    }

    @Override
    public String toString() {
        return asSet().toString();
    }
}
