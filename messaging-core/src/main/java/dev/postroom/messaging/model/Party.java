package dev.postroom.messaging.model;

/**
 * A participant of conversations. A party is identified by its kind <em>and</em> its id: user {@code 42} and guest
 * {@code 42} are two parties.
 */
public sealed interface Party permits UserId, GuestId, ApplicationId, SystemId {

    /** The maximum number of characters of {@link #key()}. */
    int MAX_KEY_LENGTH = 2 + GuestId.MAX_LENGTH;

    /**
     * Returns the id that the host uses.
     *
     * @return the id
     */
    String id();

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    PartyKind kind();

    /**
     * Returns the key of the party, such as {@code u:anna}. Storages keep this form. Two parties are equal if and only
     * if their keys have the same characters.
     *
     * @return the code of the kind, a colon and the id
     */
    default String key() {
        return kind().code() + ":" + id();
    }

    /**
     * Creates a party.
     *
     * @param kind the kind
     * @param id the id that the host uses
     * @return the party
     * @throws InvalidException if the id is not acceptable
     */
    static Party of(PartyKind kind, String id) {
        return switch (kind) {
            case USER -> new UserId(id);
            case GUEST -> new GuestId(id);
            case APPLICATION -> new ApplicationId(id);
            case SYSTEM -> new SystemId(id);
        };
    }

    /**
     * Reads a party from the text that {@link #key()} returns.
     *
     * @param key the key, such as {@code u:anna}
     * @return the party
     * @throws InvalidException if the text is not the key of a party
     */
    static Party parse(String key) {
        if (key.length() > 2 && key.charAt(1) == ':') {
            for (PartyKind kind : PartyKind.values()) {
                if (kind.code() == key.charAt(0)) {
                    return of(kind, key.substring(2));
                }
            }
        }
        throw new InvalidException("party", "must be the key of a party, such as u:anna");
    }

    /**
     * Describes the party for people, such as {@code user anna}.
     *
     * @return the kind and the id
     */
    default String describe() {
        return kind().label() + " " + id();
    }
}
