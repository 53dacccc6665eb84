package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group thread to be started: to whom, and its first message. Immutable; each method answers a changed copy.
 *
 * <pre>{@code
 * anna.send(NewThread.to(bob, carol).subject("Roof").text("When can you come?"));
 * }</pre>
 */
public final class NewThread {

    private final List<Party> recipients;
    private final @Nullable String subject;
    private final String text;
    private final @Nullable ClientKey key;
    private final UnaryOperator<ThreadRules> rules;

    private NewThread(
            List<Party> recipients,
            @Nullable String subject,
            String text,
            @Nullable ClientKey key,
            UnaryOperator<ThreadRules> rules) {
        this.recipients = recipients;
        this.subject = subject;
        this.text = text;
        this.key = key;
        this.rules = rules;
    }

    /**
     * Begins a thread to some parties. Duplicates collapse; the sender is a member anyway and may be named or not.
     *
     * @param recipients at least one
     * @return the thread, without text yet
     * @throws InvalidException if there is none, or one is null
     */
    public static NewThread to(Party... recipients) {
        return to(Arrays.asList(Arguments.arg("recipients", recipients)));
    }

    /**
     * Begins a thread to some parties. Duplicates collapse; the sender is a member anyway and may be named or not.
     *
     * @param recipients at least one
     * @return the thread, without text yet
     * @throws InvalidException if there is none, or one is null
     */
    public static NewThread to(Collection<? extends Party> recipients) {
        return new NewThread(Arguments.parties("recipients", recipients), null, "", null, UnaryOperator.identity());
    }

    /**
     * Sets the subject. Default: that of the builder, which is none.
     *
     * @param value the subject; empty for none
     * @return the changed thread
     * @throws InvalidException if it is null
     */
    public NewThread subject(String value) {
        return new NewThread(recipients, Arguments.arg("subject", value), text, key, rules);
    }

    /**
     * Sets the text of the first message. Must be set.
     *
     * @param value the text; whitespace alone counts as empty and is refused when sent
     * @return the changed thread
     * @throws InvalidException if it is null
     */
    public NewThread text(String value) {
        return new NewThread(recipients, subject, Arguments.arg("text", value), key, rules);
    }

    /**
     * Names this send, so that repeating the call cannot start a second thread. Default: none.
     *
     * @param value 1 to 128 characters, unique among the sender's keys
     * @return the changed thread
     * @throws InvalidException if it is null, blank or too long
     */
    public NewThread key(String value) {
        return new NewThread(recipients, subject, text, ClientKey.of(value), rules);
    }

    /**
     * Changes rules for this thread. Default: those of the builder.
     *
     * @param change gets the builder's rules and answers those of the thread
     * @return the changed thread
     */
    public NewThread rules(UnaryOperator<ThreadRules> change) {
        return new NewThread(recipients, subject, text, key, Arguments.arg("rules", change));
    }

    /**
     * Answers to whom.
     *
     * @return the parties in the order given
     */
    public List<Party> recipients() {
        return recipients;
    }

    /**
     * Answers the subject.
     *
     * @return empty if none was set
     */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /**
     * Answers the text.
     *
     * @return empty if none was set
     */
    public String text() {
        return text;
    }

    /**
     * Answers the client key.
     *
     * @return empty if none was set
     */
    public Optional<ClientKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Answers the rules of this thread.
     *
     * @param defaults the builder's rules
     * @return the thread's rules
     */
    public ThreadRules rules(ThreadRules defaults) {
        return Arguments.arg("rules", rules.apply(defaults));
    }

    /** Describes the thread without subject and text, so that no log ever holds them. */
    @Override
    public String toString() {
        return "NewThread[to " + recipients.size() + " parties]";
    }
}
