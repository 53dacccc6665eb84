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
 * A group thread to start: its recipients and its first message. Immutable: each method returns a changed copy.
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
     * Creates a thread to some parties. Duplicates are removed. The sender is always a member, whether it is among the
     * recipients or not.
     *
     * @param recipients at least one party
     * @return the thread, without a text
     * @throws InvalidException if there is no recipient, or one is null
     */
    public static NewThread to(Party... recipients) {
        return to(Arrays.asList(Arguments.arg("recipients", recipients)));
    }

    /**
     * Creates a thread to some parties. Duplicates are removed. The sender is always a member, whether it is among the
     * recipients or not.
     *
     * @param recipients at least one party
     * @return the thread, without a text
     * @throws InvalidException if there is no recipient, or one is null
     */
    public static NewThread to(Collection<? extends Party> recipients) {
        return new NewThread(Arguments.parties("recipients", recipients), null, "", null, UnaryOperator.identity());
    }

    /**
     * Sets the subject. Default: the subject that the builder sets, which is empty by default.
     *
     * @param value the subject; may be empty
     * @return the changed thread
     * @throws InvalidException if the subject is null
     */
    public NewThread subject(String value) {
        return new NewThread(recipients, Arguments.arg("subject", value), text, key, rules);
    }

    /**
     * Sets the text of the first message. This is required.
     *
     * @param value the text; a blank text is refused when the thread is sent
     * @return the changed thread
     * @throws InvalidException if the text is null
     */
    public NewThread text(String value) {
        return new NewThread(recipients, subject, Arguments.arg("text", value), key, rules);
    }

    /**
     * Sets a client key, so that a repeated call cannot start a second thread. Default: no key.
     *
     * @param value 1 to 128 characters, unique among the keys of the sender
     * @return the changed thread
     * @throws InvalidException if the key is null, blank or too long
     */
    public NewThread key(String value) {
        return new NewThread(recipients, subject, text, ClientKey.of(value), rules);
    }

    /**
     * Changes the rules of this thread. Default: the rules of the builder.
     *
     * @param change takes the rules of the builder and returns the rules of the thread
     * @return the changed thread
     */
    public NewThread rules(UnaryOperator<ThreadRules> change) {
        return new NewThread(recipients, subject, text, key, Arguments.arg("rules", change));
    }

    /**
     * Returns the recipients.
     *
     * @return the parties in the given order
     */
    public List<Party> recipients() {
        return recipients;
    }

    /**
     * Returns the subject.
     *
     * @return the subject; empty if none was set
     */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /**
     * Returns the text.
     *
     * @return the text; an empty string if none was set
     */
    public String text() {
        return text;
    }

    /**
     * Returns the client key.
     *
     * @return the key; empty if none was set
     */
    public Optional<ClientKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Returns the rules of this thread.
     *
     * @param defaults the rules of the builder
     * @return the rules of the thread
     */
    public ThreadRules rules(ThreadRules defaults) {
        return Arguments.arg("rules", rules.apply(defaults));
    }

    /** Describes the thread without subject and text, so that they cannot get into a log. */
    @Override
    public String toString() {
        return "NewThread[to " + recipients.size() + " parties]";
    }
}
