package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Comparator;
import java.util.Optional;

/** Storages that show or count what the reader must not see. */
public final class BrokenSight {

    private BrokenSight() {}

    /** Shows the thread's last message to whoever lists the thread, as if it were kept with the thread. */
    public static StorageFixture previewsOutsideTheWindow() {
        return BrokenParts.withSight(new VisibilityRules() {
            @Override
            public Optional<StoredMessage> last(ThreadState thread, MemberState member) {
                return thread.messages.stream()
                        .filter(message -> message.previewable() && !message.deleted())
                        .max(Comparator.comparingLong(StoredMessage::seq));
            }
        });
    }

    /** Goes on counting for who has left. */
    public static StorageFixture countsAfterLeaving() {
        return BrokenParts.withSight(new VisibilityRules() {
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

    /** Takes what is hidden and deleted from the count twice, as counters do that each of the two lowers. */
    public static StorageFixture subtractsTwice() {
        return BrokenParts.withSight(new VisibilityRules() {
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
