package dev.postroom.messaging.model;

import java.util.Locale;

/** The kinds of party. The kind is part of the identity of a party. */
public enum PartyKind {
    /** A user of the host application. */
    USER('u'),
    /** A person outside the host application who is known through a channel. */
    GUEST('g'),
    /** A connector or integration. */
    APPLICATION('a'),
    /** The host application itself. */
    SYSTEM('s');

    private final char code;

    PartyKind(char code) {
        this.code = code;
    }

    /**
     * Returns the letter for this kind in {@link Party#key()}.
     *
     * @return a lower-case ASCII letter that never changes
     */
    public char code() {
        return code;
    }

    /**
     * Returns the kind as a word, such as {@code user}.
     *
     * @return the name in lower case, independent of the locale of the JVM
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
