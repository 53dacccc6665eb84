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

/** What the suites share that go through the public API: messaging on the storage under test, with people and a clock. */
public abstract class MessagingContract extends StorageContract {

    public final SettableClock clock = SettableClock.at(Instant.parse("2026-05-03T09:12:00Z"));
    public final FakeDirectory directory = new FakeDirectory();

    private Messaging messaging;

    protected MessagingContract() {
        directory.add(TENANT, ANNA, BOB, CAROL, DAVE, EVE);
        directory.add(ELSEWHERE, ANNA, BOB, CAROL, DAVE, EVE);
    }

    /** Messaging with every default. */
    protected Messaging messaging() {
        if (messaging == null) {
            messaging = builder().build();
        }
        return messaging;
    }

    /** Messaging to be set up further, on the storage under test. */
    protected MessagingBuilder builder() {
        return Messaging.builder().storage(storage()).directory(directory).clock(clock);
    }

    protected Mailbox as(Party party) {
        return messaging().tenant(TENANT).as(party);
    }

    public static List<Runnable> onThread(Mailbox mailbox, ThreadId thread) {
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

    public static List<Runnable> onMessage(Mailbox mailbox, MessageId message) {
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

    /** Runs a call that must be refused so, and compares all that is stored before and after. */
    protected <E extends MessagingException> E refusedAs(Class<E> type, Runnable call) {
        var before = testTenant.everything();
        E refused = catchThrowableOfType(type, call::run);
        assertThat(refused).as("refused as " + type.getSimpleName()).isNotNull();
        assertThat(testTenant.everything()).isEqualTo(before);
        return refused;
    }
}
