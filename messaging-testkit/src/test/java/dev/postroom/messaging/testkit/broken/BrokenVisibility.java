package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Comparator;
import java.util.Optional;

/** Makes storages that show or count what the reader must not see. */
final class BrokenVisibility {

    private BrokenVisibility() {}

    /** Shows the thread's last message to every reader of the thread, as if it were stored with the thread. */
    public static StorageFixture previewsOutsideTheWindow() {
        return BrokenComponents.withVisibility(new VisibilityRules() {
            @Override
            public Optional<StoredMessage> last(ThreadState thread, MemberState member) {
                return thread.messages.stream()
                        .filter(message -> message.previewable() && !message.deleted())
                        .max(Comparator.comparingLong(StoredMessage::seq));
            }
        });
    }

    /** Continues to count for members who have left. */
    public static StorageFixture countsAfterLeaving() {
        return BrokenComponents.withVisibility(new VisibilityRules() {
            @Override
            public boolean unread(MemberState member, StoredMessage message) {
                return message.countable()
                        && !message.deleted()
                        && canView(member)
                        && message.seq() > member.fromSeq
                        && seesVisibility(member, message)
                        && !hidden(member, message)
                        && !read(member, message);
            }
        });
    }

    /**
     * Subtracts a message that is hidden and deleted from the count twice, as with a counter that each of the two
     * operations lowers.
     */
    public static StorageFixture subtractsTwice() {
        return BrokenComponents.withVisibility(new VisibilityRules() {
            @Override
            public long unread(ThreadState thread, MemberState member) {
                return super.unread(thread, member)
                        - thread.messages.stream()
                                .filter(message -> message.countable() && message.deleted())
                                .filter(message -> visible(member, message) && hidden(member, message))
                                .filter(message -> !read(member, message))
                                .count();
            }
        });
    }
}
