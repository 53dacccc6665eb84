package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests that counts stay exact, and that nothing unseen is archived or deleted, while other parties send and delete.
 */
public abstract class PositionRaceContract extends RaceContract {

    /** For adapters to extend. */
    protected PositionRaceContract() {}

    private void sendAndDelete(ThreadId thread) {
        as(ANNA).deleteForEveryone(as(ANNA).reply(thread, Draft.text("oops")).messageId());
    }

    private void readToTheEnd(Party party, ThreadId thread) {
        as(party).markReadUpTo(as(party).thread(thread).position());
    }

    @Test
    void markingReadWhileBothSendCountsExactly() {
        ThreadId thread = startedFor(BOB);

        ConcurrentCallers.run(4, number -> {
            switch (number) {
                case 0 -> sendMany(ANNA, thread);
                case 1 -> sendMany(BOB, thread);
                case 2 -> many(() -> readToTheEnd(BOB, thread));
                default -> many(() -> as(BOB).markUnreadFrom(Position.of(thread, 1)));
            }
        });

        readToTheEnd(BOB, thread);
        assertThat(as(BOB).thread(thread).unread()).isZero();
        as(ANNA).reply(thread, Draft.text("one more"));
        assertThat(as(BOB).unreadExactly().messages()).isEqualTo(1);
    }

    @Test
    void markingReadWhileMessagesComeAndGoCountsExactly() {
        ThreadId thread = startedFor(BOB);

        ConcurrentCallers.run(4, number -> {
            switch (number) {
                case 0 -> many(() -> sendAndDelete(thread));
                case 1 -> sendMany(ANNA, thread);
                case 2 -> many(() -> readToTheEnd(BOB, thread));
                default -> many(() -> as(BOB).markUnreadFrom(Position.of(thread, 1)));
            }
        });

        as(BOB).markUnreadFrom(Position.of(thread, 1));
        assertThat(as(BOB).thread(thread).unread()).isEqualTo(TIMES + 1);
    }

    @Test
    void nothingIsArchivedUnseen() {
        ThreadId thread = startedFor(BOB);

        ConcurrentCallers.run(2, number -> {
            if (number == 0) {
                sendMany(ANNA, thread);
            } else {
                many(() -> archiveUpToTheSeenSeq(thread));
            }
        });

        archiveUpToTheSeenSeq(thread);
        assertThat(client.box(BOB, Box.ARCHIVED)).containsExactly(thread);
    }

    private void archiveUpToTheSeenSeq(ThreadId thread) {
        Position seen = as(BOB).thread(thread).position();
        as(BOB).archive(seen);
        ThreadSummary now = as(BOB).thread(thread);
        assertThat(now.mine().archived()).isEqualTo(now.position().equals(seen));
    }

    @Test
    void nothingIsDeletedUnseen() {
        ThreadId thread = startedFor(BOB);

        ConcurrentCallers.run(2, number -> {
            if (number == 0) {
                sendMany(ANNA, thread);
            } else {
                many(() -> deleteUpToTheSeenSeq(thread));
            }
        });

        deleteUpToTheSeenSeq(thread);
        assertThat(client.box(BOB, Box.ALL)).isEmpty();
    }

    private void deleteUpToTheSeenSeq(ThreadId thread) {
        Position seen = as(BOB).thread(thread).position();
        as(BOB).deleteForMe(seen);
        ThreadSummary now = as(BOB).thread(thread);
        assertThat(now.mine().firstSeq()).isEqualTo(seen.seq() + 1);
        assertThat(now.unread()).isEqualTo(now.position().seq() - seen.seq());
    }

    @Test
    void aStarSetAndTakenByManyIsLoggedInTurns() {
        ThreadId thread = startedFor(BOB);
        MessageId message = client.thread(thread).message(1);

        List<Integer> changes = ConcurrentCallers.call(MANY, number -> {
            List<Boolean> changed = new ArrayList<>();
            many(() -> changed.add(number % 2 == 0 ? as(BOB).star(message) : as(BOB).unstar(message)));
            return (int) changed.stream().filter(Boolean::booleanValue).count();
        });

        ThreadClient stored = client.thread(thread);
        int logged = stored.loggedSeqs(ChangeType.STARRED).size()
                + stored.loggedSeqs(ChangeType.UNSTARRED).size();
        assertThat(logged)
                .isEqualTo(changes.stream().mapToInt(Integer::intValue).sum());
    }
}
