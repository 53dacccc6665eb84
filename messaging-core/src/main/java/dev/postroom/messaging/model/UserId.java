package dev.postroom.messaging.model;

/**
 * A user of the host application.
 *
 * <p>The host chooses the id, and the library does not interpret it. It has 1 to 128 characters and is compared byte
 * for byte, so case, accents and trailing blanks matter. A user is never equal to a party of another kind with the same
 * id.
 *
 * @param id the id that the host uses
 */
public record UserId(String id) implements Party {

    /** The maximum number of characters of an id. */
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
     * Creates a party.
     *
     * @param id the id that the host uses
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
