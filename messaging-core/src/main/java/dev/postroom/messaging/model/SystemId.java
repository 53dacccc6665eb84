package dev.postroom.messaging.model;

/**
 * The host application itself, as the author of messages that no person wrote.
 *
 * <p>The host chooses the id, and the library does not interpret it. It has 1 to 128 characters and is compared byte
 * for byte, so case, accents and trailing blanks matter. A system party is never equal to a party of another kind with
 * the same id.
 *
 * @param id the id that the host uses
 */
public record SystemId(String id) implements Party {

    /** The maximum number of characters of an id. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the id.
     *
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public SystemId {
        Identifiers.checked("systemId", id, MAX_LENGTH);
    }

    /**
     * Creates a party.
     *
     * @param id the id that the host uses
     * @return the party
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public static SystemId of(String id) {
        return new SystemId(id);
    }

    @Override
    public PartyKind kind() {
        return PartyKind.SYSTEM;
    }

    @Override
    public String toString() {
        return describe();
    }
}
