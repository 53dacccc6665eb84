package dev.postroom.messaging.model;

/**
 * A user of the host application.
 *
 * <p>The id is the host's own, opaque, 1 to 128 characters, compared byte for byte: case, accents and trailing blanks
 * distinguish. A user is never equal to a party of another kind with the same id.
 *
 * @param id the host's id
 */
public record UserId(String id) implements Party {

    /** The most characters an id may have. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the id.
     *
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public UserId {
        Identifiers.checked("userId", id, MAX_LENGTH);
    }

    /**
     * Makes a party from the host's id.
     *
     * @param id the host's id
     * @return the party
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public static UserId of(String id) {
        return new UserId(id);
    }

    @Override
    public PartyKind kind() {
        return PartyKind.USER;
    }

    @Override
    public String toString() {
        return describe();
    }
}
