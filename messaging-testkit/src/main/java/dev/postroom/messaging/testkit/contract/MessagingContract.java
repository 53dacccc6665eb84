package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.MessagingBuilder;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.testkit.FakeDirectory;
import dev.postroom.messaging.testkit.SettableClock;
import java.time.Instant;
import java.util.List;

/**
 * Base class of the contracts that use the public API. It sets up messaging on the storage under test, a directory and a
 * clock. Extend one of the contracts, not this class.
 */
public abstract class MessagingContract extends StorageContract {

    /** The clock of {@link #messaging()}. */
    protected final SettableClock clock = SettableClock.at(Instant.parse("2026-05-03T09:12:00Z"));
    /** The directory of {@link #messaging()}. */
    protected final FakeDirectory directory = new FakeDirectory();

    private Messaging messaging;

    /** For the contracts of this kit to extend. */
    protected MessagingContract() {
        directory.add(TENANT, ANNA, BOB, CAROL, DAVE, EVE);
        directory.add(OTHER_TENANT, ANNA, BOB, CAROL, DAVE, EVE);
    }

    /**
     * Returns messaging with the default settings.
     *
     * @return the same object for the whole test
     */
    protected Messaging messaging() {
        if (messaging == null) {
            messaging = builder().build();
        }
        return messaging;
    }

    /**
     * Returns a builder for messaging on the storage under test, which a test may set up further.
     *
     * @return the builder
     */
    protected MessagingBuilder builder() {
        return Messaging.builder().storage(storage()).directory(directory).clock(clock);
    }

    /**
     * Returns the mailbox of a party.
     *
     * @param party the party
     * @return the mailbox
     */
    protected Mailbox as(Party party) {
        return messaging().tenant(TENANT).as(party);
    }

    /**
     * Returns every call of a mailbox that names a thread.
     *
     * @param mailbox the mailbox
     * @param thread the id of the thread
     * @return the calls
     */
    protected static List<Runnable> onThread(Mailbox mailbox, ThreadId thread) {
        Position position = Position.of(thread, 1);
        return List.of(
                () -> mailbox.reply(thread, Draft.text("t")),
                () -> mailbox.thread(thread),
                () -> mailbox.messages(thread, MessageQuery.newest()),
                () -> mailbox.members(thread),
                () -> mailbox.markReadUpTo(position),
                () -> mailbox.markUnreadFrom(position),
                () -> mailbox.markUnread(thread),
                () -> mailbox.archive(position),
                () -> mailbox.unarchive(thread),
                () -> mailbox.deleteForMe(position),
                () -> mailbox.starThread(thread),
                () -> mailbox.unstarThread(thread),
                () -> mailbox.clearStars(thread),
                () -> mailbox.rename(thread, "s"),
                () -> mailbox.close(thread),
                () -> mailbox.reopen(thread),
                () -> mailbox.addMembers(thread, List.of(EVE)),
                () -> mailbox.addMembersWithHistory(thread, List.of(EVE)),
                () -> mailbox.removeMembers(thread, List.of(BOB)),
                () -> mailbox.leave(thread));
    }

    /**
     * Returns every call of a mailbox that names a message.
     *
     * @param mailbox the mailbox
     * @param message the id of the message
     * @return the calls
     */
    protected static List<Runnable> onMessage(Mailbox mailbox, MessageId message) {
        return List.of(
                () -> mailbox.message(message),
                () -> mailbox.recipients(message),
                () -> mailbox.star(message),
                () -> mailbox.unstar(message),
                () -> mailbox.deleteForMe(message),
                () -> mailbox.deleteForEveryone(message));
    }

    /**
     * Asserts that a call is refused because of the value of a field, and changes nothing.
     *
     * @param field the name of the field
     * @param call the call
     */
    protected void assertInvalid(String field, Runnable call) {
        assertThat(refusedAs(InvalidException.class, call).field()).isEqualTo(field);
    }

    /**
     * Asserts that a call throws this exception and changes nothing in the storage, and returns the exception.
     *
     * @param <E> the class of the exception
     * @param type the class of the exception
     * @param call the call
     * @return the exception
     */
    protected <E extends MessagingException> E refusedAs(Class<E> type, Runnable call) {
        var before = client.everything();
        E refused = catchThrowableOfType(type, call::run);
        assertThat(refused).as("refused as " + type.getSimpleName()).isNotNull();
        assertThat(client.everything()).isEqualTo(before);
        return refused;
    }
}
