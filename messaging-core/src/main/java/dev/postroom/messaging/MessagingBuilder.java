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

/** Sets up messaging. A storage and a directory must be given; everything else has a default. Not thread-safe. */
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
     * Sets where conversations are kept. Must be given. It is closed with the {@link Messaging}.
     *
     * @param value the storage
     * @return this
     */
    public MessagingBuilder storage(Storage value) {
        storage = Objects.requireNonNull(value, "storage");
        return this;
    }

    /**
     * Sets who answers which parties exist. Must be given; {@link Directory#everyone()} knows everybody.
     *
     * @param value the host's directory
     * @return this
     */
    public MessagingBuilder directory(Directory value) {
        directory = Objects.requireNonNull(value, "directory");
        return this;
    }

    /**
     * Sets who may refuse what membership allows. Default: {@link AccessPolicy#membership()}, nobody. With another policy
     * each command on a thread takes one more reading of it.
     *
     * @param value the host's policy
     * @return this
     */
    public MessagingBuilder policy(AccessPolicy value) {
        policy = Objects.requireNonNull(value, "policy");
        return this;
    }

    /**
     * Sets the clock that all times come from, cut to microseconds. Default: the system's, UTC.
     *
     * @param value the clock; its zone does not matter
     * @return this
     */
    public MessagingBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets how large things may be. Default: {@link Limits#DEFAULT}.
     *
     * @param value the limits
     * @return this
     */
    public MessagingBuilder limits(Limits value) {
        limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /**
     * Sets the rules of threads created from now on. Default: {@link ThreadRules#DEFAULT}. Threads keep the rules they
     * were created with.
     *
     * @param value the rules
     * @return this
     */
    public MessagingBuilder rules(ThreadRules value) {
        rules = Objects.requireNonNull(value, "rules");
        return this;
    }

    /**
     * Sets the subject of group threads that are started without one. Default: empty, no subject.
     *
     * @param value such as {@code No Subject}
     * @return this
     */
    public MessagingBuilder defaultSubject(String value) {
        defaultSubject = Objects.requireNonNull(value, "defaultSubject");
        return this;
    }

    /**
     * Sets whether one may write to oneself alone. Default: true.
     *
     * @param value false to refuse it with {@code forbidden}
     * @return this
     */
    public MessagingBuilder selfAllowed(boolean value) {
        selfAllowed = value;
        return this;
    }

    /**
     * Sets whether unknown recipients are left out of a new thread if at least one is known. Default: false, one unknown
     * recipient refuses the call.
     *
     * @param value true to leave them out
     * @return this
     */
    public MessagingBuilder unknownRecipientsIgnored(boolean value) {
        unknownRecipientsIgnored = value;
        return this;
    }

    /**
     * Makes the messaging. Starts nothing and writes nothing.
     *
     * @return the messaging
     * @throws IllegalStateException if storage or directory is missing
     * @throws dev.postroom.messaging.model.InvalidException if the default subject is not acceptable
     */
    public Messaging build() {
        if (storage == null) {
            throw new IllegalStateException("storage(…) must be set, such as JdbcStorage.embedded(path)");
        }
        if (directory == null) {
            throw new IllegalStateException("directory(…) must be set; Directory.everyone() knows everybody");
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
