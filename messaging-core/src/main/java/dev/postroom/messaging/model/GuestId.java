package dev.postroom.messaging.model;

/**
 * A person outside the host application who is known through a channel, such as the guest of a booking. The id may be a
 * mail address.
 *
 * <p>The host chooses the id, and the library does not interpret it. It has 1 to 255 characters and is compared byte
 * for byte, so case, accents and trailing blanks matter. A guest is never equal to a party of another kind with the
 * same id.
 *
 * @param id the id that the host uses
 */
public record GuestId(String id) implements Party {

    /** The maximum number of characters of an id. */
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
     * Creates a party.
     *
     * @param id the id that the host uses
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
