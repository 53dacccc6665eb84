package dev.postroom.messaging.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when the directory of the host does not know some of the given parties. The exception lists all of them.
 * Nothing was changed.
 */
public final class UnknownPartiesException extends InvalidException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    /** The unknown parties; not serialized. */
    private final transient List<Party> parties;

    /**
     * Creates the exception.
     *
     * @param field the name of the argument, such as {@code recipients}
     * @param parties the unknown parties, in the given order
     */
    public UnknownPartiesException(String field, Collection<? extends Party> parties) {
        super(field, "has parties that the directory does not know: " + shown(parties));
        this.parties = List.copyOf(parties);
    }

    /**
     * Returns all unknown parties.
     *
     * @return the unknown parties, in the order in which the caller gave them; empty on a deserialized exception
     */
    public List<Party> parties() {
        return parties == null ? List.of() : parties;
    }

    private static String shown(Collection<? extends Party> parties) {
        String names = parties.stream().limit(SHOWN).map(Party::toString).collect(Collectors.joining(", "));
        return parties.size() > SHOWN ? names + " and " + (parties.size() - SHOWN) + " more" : names;
    }
}
