package dev.postroom.messaging.model;

/**
 * The host application itself, as the author of messages that no person wrote.
 *
 * <p>The id is the host's own, opaque, 1 to 128 characters, compared byte for byte: case, accents and trailing blanks
 * distinguish. A system party is never equal to a party of another kind with the same id.
 *
 * @param id the host's id
 */
public record SystemId(String id) implements Party {

    /** The most characters an id may have. */
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
     * Makes a party from the host's id.
     *
     * @param id the host's id
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
