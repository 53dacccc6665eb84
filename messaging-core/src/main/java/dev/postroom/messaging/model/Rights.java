package dev.postroom.messaging.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * A set of {@link Right}s.
 *
 * @param bits the sum of the rights' {@link Right#bit()}s: the form storages keep
 */
public record Rights(int bits) {

    /** No right at all: the row of an author who is not a member. */
    public static final Rights NONE = new Rights(0);

    /** What an ordinary member has: view, send, be notified. */
    public static final Rights MEMBER = of(Right.VIEW, Right.SEND, Right.NOTIFY);

    /** What who starts a group has: those of a member, and manage. */
    public static final Rights MANAGER = of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE);

    private static final int ALL = 31;

    /**
     * Checks the bits.
     *
     * @throws InvalidException if a bit stands for no right
     */
    public Rights {
        if ((bits & ~ALL) != 0) {
            throw new InvalidException("rights", "has unknown bits: " + bits);
        }
    }

    /**
     * Makes a set of rights.
     *
     * @param rights the rights, none or several
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
     * Answers whether a right is among these.
     *
     * @param right the right
     * @return true if it is
     */
    public boolean has(Right right) {
        return (bits & right.bit()) != 0;
    }

    /**
     * Answers what remains of these rights after leaving: to see what one could see until then.
     *
     * @return of these, {@link Right#VIEW} and {@link Right#INTERNAL}
     */
    public Rights past() {
        return new Rights(bits & (Right.VIEW.bit() | Right.INTERNAL.bit()));
    }

    /**
     * Answers the rights one by one.
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
