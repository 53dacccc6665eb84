package dev.postroom.messaging.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Some of the named parties are unknown to the host's directory; all of them are listed. Nothing was changed. */
public final class UnknownPartiesException extends InvalidException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    /** The unknown parties; not serialized. */
    private final transient List<Party> parties;

    /**
     * Lists the unknown parties.
     *
     * @param field the argument that named them, such as {@code recipients}
     * @param parties the unknown ones, in the order given
     */
    public UnknownPartiesException(String field, Collection<? extends Party> parties) {
        super(field, "has unknown parties: " + shown(parties));
        this.parties = List.copyOf(parties);
    }

    /**
     * Answers every unknown party.
     *
     * @return the unknown parties, in the order the caller gave them; empty on a deserialized exception
     */
    public List<Party> parties() {
        return parties == null ? List.of() : parties;
    }

    private static String shown(Collection<? extends Party> parties) {
        String names = parties.stream().limit(SHOWN).map(Party::toString).collect(Collectors.joining(", "));
        return parties.size() > SHOWN ? names + " and " + (parties.size() - SHOWN) + " more" : names;
    }
}
