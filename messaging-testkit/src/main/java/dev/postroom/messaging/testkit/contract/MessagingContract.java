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

    protected final SettableClock clock = SettableClock.at(Instant.parse("2026-05-03T09:12:00Z"));
    protected final FakeDirectory directory = new FakeDirectory();

    private Messaging messaging;

    protected MessagingContract() {
        directory.add(TENANT, ANNA, BOB, CAROL, DAVE, EVE);
        directory.add(OTHER_TENANT, ANNA, BOB, CAROL, DAVE, EVE);
    }

    /** Returns messaging with the default settings. */
    protected Messaging messaging() {
        if (messaging == null) {
            messaging = builder().build();
        }
        return messaging;
    }

    /** Returns a builder for messaging on the storage under test, which a test may set up further. */
    protected MessagingBuilder builder() {
        return Messaging.builder().storage(storage()).directory(directory).clock(clock);
    }

    protected Mailbox as(Party party) {
        return messaging().tenant(TENANT).as(party);
    }

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

    protected static List<Runnable> onMessage(Mailbox mailbox, MessageId message) {
        return List.of(
                () -> mailbox.message(message),
                () -> mailbox.recipients(message),
                () -> mailbox.star(message),
                () -> mailbox.unstar(message),
                () -> mailbox.deleteForMe(message),
                () -> mailbox.deleteForEveryone(message));
    }

    protected void assertInvalid(String field, Runnable call) {
        assertThat(refusedAs(InvalidException.class, call).field()).isEqualTo(field);
    }

    /** Asserts that a call throws this exception and changes nothing in the storage, and returns the exception. */
    protected <E extends MessagingException> E refusedAs(Class<E> type, Runnable call) {
        var before = client.everything();
        E refused = catchThrowableOfType(type, call::run);
        assertThat(refused).as("refused as " + type.getSimpleName()).isNotNull();
        assertThat(client.everything()).isEqualTo(before);
        return refused;
    }
}
