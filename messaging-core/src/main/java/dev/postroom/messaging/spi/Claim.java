package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.Party;
import java.util.Objects;

/**
 * A unique name for a thread or a message. Within a tenant there is at most one claim of a kind and a name, also if
 * several callers try to make it at the same time.
 *
 * @param kind the kind of claim
 * @param name the name, compared byte for byte, at most {@link #MAX_NAME_LENGTH} characters
 */
public record Claim(Kind kind, String name) {

    /** The maximum number of characters of a name. */
    public static final int MAX_NAME_LENGTH = 2 * Party.MAX_KEY_LENGTH + 8;

    /** Checks that no value is null. */
    public Claim {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** The kinds of claim. */
    public enum Kind {
        /** The pair of parties that has a direct thread. It names the thread. */
        PAIR,
        /** The client key of a sender. It names a message. */
        KEY
    }

    /**
     * Creates the claim of a direct thread. It is the same for (a, b) and (b, a).
     *
     * @param a one party
     * @param b the other party; may be the same
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
     * Creates the claim of a client key. It is different for each sender.
     *
     * @param sender the sender
     * @param key the key
     * @return the claim
     */
    public static Claim key(Party sender, ClientKey key) {
        return new Claim(Kind.KEY, joined(sender.key(), key.value()));
    }

    /** Puts the length of the first part first, so that {@code ab + c} and {@code a + bc} give different names. */
    private static String joined(String first, String second) {
        return first.length() + ":" + first + second;
    }
}
