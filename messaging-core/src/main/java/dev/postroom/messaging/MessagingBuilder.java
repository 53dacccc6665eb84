package dev.postroom.messaging;

import dev.postroom.messaging.internal.mailbox.DefaultMessaging;
import dev.postroom.messaging.internal.mailbox.Settings;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.AccessPolicy;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Storage;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets up messaging. A storage and a directory are required; everything else has a default. It is not safe for use by
 * several Java threads.
 */
public final class MessagingBuilder {

    private @Nullable Storage storage;
    private @Nullable Directory directory;
    private AccessPolicy policy = AccessPolicy.membership();
    private Clock clock = Clock.systemUTC();
    private Limits limits = Limits.DEFAULT;
    private ThreadRules rules = ThreadRules.DEFAULT;
    private String defaultSubject = "";
    private boolean selfAllowed = true;
    private boolean unknownRecipientsIgnored;

    MessagingBuilder() {}

    /**
     * Sets the storage for the conversations. This is required. {@link Messaging#close()} closes it.
     *
     * @param value the storage
     * @return this
     */
    public MessagingBuilder storage(Storage value) {
        storage = Objects.requireNonNull(value, "storage");
        return this;
    }

    /**
     * Sets the directory, which says which parties exist. This is required. {@link Directory#everyone()} accepts all
     * parties.
     *
     * @param value the directory of the host
     * @return this
     */
    public MessagingBuilder directory(Directory value) {
        directory = Objects.requireNonNull(value, "directory");
        return this;
    }

    /**
     * Sets the policy, which may refuse what membership allows. Default: {@link AccessPolicy#membership()}, which
     * refuses nothing. With any other policy, each command on a thread reads the thread once more.
     *
     * @param value the policy of the host
     * @return this
     */
    public MessagingBuilder policy(AccessPolicy value) {
        policy = Objects.requireNonNull(value, "policy");
        return this;
    }

    /**
     * Sets the clock for all times, which are cut to microseconds. Default: the clock of the system, in UTC.
     *
     * @param value the clock; its time zone has no effect
     * @return this
     */
    public MessagingBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets the limits on sizes and numbers. Default: {@link Limits#DEFAULT}.
     *
     * @param value the limits
     * @return this
     */
    public MessagingBuilder limits(Limits value) {
        limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /**
     * Sets the rules for new threads. Default: {@link ThreadRules#DEFAULT}. Existing threads keep the rules they were
     * created with.
     *
     * @param value the rules
     * @return this
     */
    public MessagingBuilder rules(ThreadRules value) {
        rules = Objects.requireNonNull(value, "rules");
        return this;
    }

    /**
     * Sets the subject of group threads that are started without one. Default: an empty subject.
     *
     * @param value the subject, such as {@code No Subject}
     * @return this
     */
    public MessagingBuilder defaultSubject(String value) {
        defaultSubject = Objects.requireNonNull(value, "defaultSubject");
        return this;
    }

    /**
     * Sets whether a party may write to itself alone. Default: true.
     *
     * @param value false to refuse it with {@code forbidden}
     * @return this
     */
    public MessagingBuilder selfAllowed(boolean value) {
        selfAllowed = value;
        return this;
    }

    /**
     * Sets whether a new thread leaves out unknown recipients if at least one recipient is known. Default: false; then
     * one unknown recipient makes the call fail.
     *
     * @param value true to leave them out
     * @return this
     */
    public MessagingBuilder unknownRecipientsIgnored(boolean value) {
        unknownRecipientsIgnored = value;
        return this;
    }

    /**
     * Creates the messaging. Starts no Java thread and writes nothing.
     *
     * @return the messaging
     * @throws IllegalStateException if the storage or the directory is missing
     * @throws dev.postroom.messaging.model.InvalidException if the default subject is not acceptable
     */
    public Messaging build() {
        if (storage == null) {
            throw new IllegalStateException(
                    "no storage is set; call storage(…), for example with JdbcStorage.embedded(path)");
        }
        if (directory == null) {
            throw new IllegalStateException(
                    "no directory is set; call directory(…); Directory.everyone() accepts all parties");
        }
        return new DefaultMessaging(
                storage,
                new Settings(
                        directory,
                        policy,
                        clock,
                        limits,
                        rules,
                        defaultSubject,
                        selfAllowed,
                        unknownRecipientsIgnored));
    }
}
