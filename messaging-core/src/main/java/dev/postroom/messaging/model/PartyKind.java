package dev.postroom.messaging.model;

import java.util.Locale;

/** The kinds of party. The kind is part of a party's identity. */
public enum PartyKind {
    /** A user of the host application. */
    USER('u'),
    /** An outside person known through a channel. */
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
     * Answers the letter that stands for this kind in {@link Party#key()}.
     *
     * @return a lower-case ASCII letter, never changed
     */
    public char code() {
        return code;
    }

    /**
     * Answers the kind in words, such as {@code user}.
     *
     * @return the lower-case name, independent of the JVM's locale
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
