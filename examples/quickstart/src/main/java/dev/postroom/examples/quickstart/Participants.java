package dev.postroom.examples.quickstart;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people of the input file. Postroom keeps no users: a host answers who exists, here from memory, in an application
 * from its own user table. Several Java threads ask at once, so it must not change, or change safely.
 */
final class Participants implements Directory {

    private final Map<UserId, Long> conversations;

    Participants(List<Conversation> conversations) {
        this.conversations = conversations.stream()
                .flatMap(conversation -> conversation.participants().stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public Set<Party> existing(TenantId tenant, Set<Party> parties) {
        return parties.stream().filter(conversations::containsKey).collect(Collectors.toSet());
    }

    int count() {
        return conversations.size();
    }

    /** Answers who is in most conversations, in a fixed order. */
    List<UserId> busiest(int count) {
        return conversations.keySet().stream()
                .sorted(Comparator.<UserId>comparingLong(conversations::get)
                        .reversed()
                        .thenComparing(UserId::id))
                .limit(count)
                .toList();
    }
}
