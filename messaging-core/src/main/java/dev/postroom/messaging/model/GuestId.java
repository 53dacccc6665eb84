package dev.postroom.messaging.model;

/**
 * An outside person known through a channel, such as the guest of a booking; the id may be a mail address.
 *
 * <p>The id is the host's own, opaque, 1 to 255 characters, compared byte for byte: case, accents and trailing blanks
 * distinguish. A guest is never equal to a party of another kind with the same id.
 *
 * @param id the host's id
 */
public record GuestId(String id) implements Party {

    /** The most characters an id may have. */
    public static final int MAX_LENGTH = 255;

    /**
     * Checks the id.
     *
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public GuestId {
        Identifiers.checked("guestId", id, MAX_LENGTH);
    }

    /**
     * Makes a party from the host's id.
     *
     * @param id the host's id
     * @return the party
     * @throws InvalidException if the id is null, blank, too long, or has NUL characters or lone surrogates
     */
    public static GuestId of(String id) {
        return new GuestId(id);
    }

    @Override
    public PartyKind kind() {
        return PartyKind.GUEST;
    }

    @Override
    public String toString() {
        return describe();
    }
}
