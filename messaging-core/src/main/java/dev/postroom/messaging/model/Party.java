package dev.postroom.messaging.model;

/**
 * Who can take part in a conversation. A party is its kind <em>and</em> its id: user {@code 42} and guest {@code 42} are
 * two parties.
 */
public sealed interface Party permits UserId, GuestId, ApplicationId, SystemId {

    /** The most characters {@link #key()} can have. */
    int MAX_KEY_LENGTH = 2 + GuestId.MAX_LENGTH;

    /**
     * Answers the host's id.
     *
     * @return the id, as the host gave it
     */
    String id();

    /**
     * Answers the kind.
     *
     * @return the kind
     */
    PartyKind kind();

    /**
     * Answers the party as one text, such as {@code u:anna}: the form storages keep. Two parties are equal exactly if
     * their keys are equal character by character.
     *
     * @return the kind's code, a colon and the id
     */
    default String key() {
        return kind().code() + ":" + id();
    }

    /**
     * Makes a party of a kind.
     *
     * @param kind the kind
     * @param id the host's id
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
     * Reads back what {@link #key()} wrote.
     *
     * @param key such as {@code u:anna}
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
        throw new InvalidException("party", "is not the key of a party");
    }

    /**
     * Describes the party for people, such as {@code user anna}.
     *
     * @return kind and id
     */
    default String describe() {
        return kind().label() + " " + id();
    }
}
