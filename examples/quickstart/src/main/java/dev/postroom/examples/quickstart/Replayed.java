package dev.postroom.examples.quickstart;

import dev.postroom.messaging.model.ThreadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of a conversation.
 *
 * @param conversation the conversation
 * @param thread its thread; empty if no message was accepted
 * @param sent how many messages were sent now
 * @param repeated how many had been sent by an earlier run
 * @param stars how many stars were set now
 * @param reads how many people marked it read at the end, who had not before
 * @param refused the messages that the library refused
 */
record Replayed(
        Conversation conversation,
        Optional<ThreadId> thread,
        int sent,
        int repeated,
        int stars,
        int reads,
        List<Refused> refused) {

    /** Copies the list. */
    Replayed {
        refused = List.copyOf(refused);
    }

    /**
     * A message that the library refused.
     *
     * @param message the message
     * @param reason why
     */
    record Refused(Conversation.Entry message, String reason) {}

    /** Answers the messages that must be in the thread: all but the refused ones. */
    List<Conversation.Entry> accepted() {
        Set<Conversation.Entry> out = refused.stream().map(Refused::message).collect(Collectors.toSet());
        return conversation.messages().stream()
                .filter(message -> !out.contains(message))
                .toList();
    }
}
