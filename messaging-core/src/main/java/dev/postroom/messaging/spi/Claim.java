package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.Party;
import java.util.Objects;

/**
 * A unique name that resolves to a thread or a message: within a tenant, a claim of one kind and name exists at most
 * once, whoever tries at the same time.
 *
 * @param kind what is claimed
 * @param name the name, compared byte for byte, at most {@link #MAX_NAME_LENGTH} characters
 */
public record Claim(Kind kind, String name) {

    /** The most characters a name can have. */
    public static final int MAX_NAME_LENGTH = 2 * Party.MAX_KEY_LENGTH + 8;

    /** Checks that everything is there. */
    public Claim {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** The kinds of claim. */
    public enum Kind {
        /** The one direct thread of two parties. Names a thread. */
        PAIR(1),
        /** A sender's client key. Names a message. */
        KEY(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /**
         * Answers the number that stands for this kind in storages.
         *
         * @return a positive number, never changed
         */
        public int code() {
            return code;
        }
    }

    /**
     * The claim of a direct thread: the same for (a, b) and (b, a).
     *
     * @param a one party
     * @param b the other, possibly the same
     * @return the claim
     */
    public static Claim pair(Party a, Party b) {
        String first = a.key();
        String second = b.key();
        return first.compareTo(second) <= 0
                ? new Claim(Kind.PAIR, joined(first, second))
                : new Claim(Kind.PAIR, joined(second, first));
    }

    /**
     * The claim of a client key, scoped to its sender.
     *
     * @param sender who sends
     * @param key the key
     * @return the claim
     */
    public static Claim key(Party sender, ClientKey key) {
        return new Claim(Kind.KEY, joined(sender.key(), key.value()));
    }

    /** The first part's length keeps {@code ab + c} and {@code a + bc} apart. */
    private static String joined(String first, String second) {
        return first.length() + ":" + first + second;
    }
}
