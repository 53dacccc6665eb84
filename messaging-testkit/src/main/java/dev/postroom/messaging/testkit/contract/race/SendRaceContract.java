package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that the messages of many senders have one order, while members join and leave and the thread is closed. */
public abstract class SendRaceContract extends RaceContract {

    /** For adapters to extend. */
    protected SendRaceContract() {}

    @Test
    void twoSendersShareAThreadWithoutGap() {
        ThreadId thread = startedFor(BOB);

        List<List<Sent>> sent = ConcurrentCallers.call(2, number -> sendMany(number == 0 ? ANNA : BOB, thread));

        assertThat(sent).allSatisfy(own -> assertThat(own).isSortedAccordingTo(Comparator.comparingLong(Sent::seq)));
        List<Sent> all = sent.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Sent::seq))
                .toList();
        assertThat(all)
                .extracting(Sent::seq)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 2 * TIMES + 1)
                        .mapToObj(seq -> (long) seq)
                        .toList());
        assertThat(all).extracting(Sent::createdAt).isSorted().doesNotHaveDuplicates();
        assertThat(as(ANNA).thread(thread).unread()).isEqualTo(TIMES);
        assertThat(as(BOB).thread(thread).unread()).isEqualTo(TIMES + 1);
    }

    @Test
    void aThreadClosedWhileManySendHasNothingAfterThat() {
        ThreadId thread = startedFor(BOB, CAROL, DAVE);
        List<Party> senders = List.of(BOB, CAROL, DAVE);

        List<Integer> sent = ConcurrentCallers.call(MANY + 1, number -> {
            if (number == MANY) {
                sendMany(ANNA, thread);
                return as(ANNA).close(thread) ? TIMES : 0;
            }
            Party sender = senders.get(number % senders.size());
            return (int) IntStream.range(0, TIMES * 2)
                    .mapToObj(i -> unlessRefused(() -> as(sender).reply(thread, Draft.text("more"))))
                    .filter(Optional::isPresent)
                    .count();
        });

        ThreadClient stored = client.thread(thread);
        long last = sent.stream().mapToLong(Integer::longValue).sum() + 1;
        assertThat(stored.facts().lastSeq()).isEqualTo(last);
        assertThat(stored.loggedSeqs(ChangeType.THREAD_CLOSED)).containsExactly(last);
    }

    @Test
    void aMemberWhoLeavesAndReturnsWhileManySendSeesWholeStays() {
        ThreadId thread = startedFor(BOB, CAROL);

        List<Integer> acknowledged = ConcurrentCallers.call(MANY, number -> switch (number) {
            case 0 -> {
                many(() -> {
                    as(ANNA).addMembers(thread, List.of(DAVE));
                    as(ANNA).removeMembers(thread, List.of(DAVE));
                });
                yield 0;
            }
            case 1, 2 -> daveSends(thread);
            default -> sendMany(number % 2 == 0 ? BOB : CAROL, thread).size();
        });

        ThreadClient stored = client.thread(thread);
        int all = acknowledged.stream().mapToInt(Integer::intValue).sum();
        assertThat(stored.facts().lastSeq()).isEqualTo(all + 1L);
        assertThat(stored.info().memberCount()).isEqualTo(3);
        assertThat(stored.loggedSeqs(ChangeType.MEMBER_LEFT)).hasSize(TIMES);
        assertDaveWroteWithinHisStays(stored);
    }

    private void assertDaveWroteWithinHisStays(ThreadClient stored) {
        List<MessageFact> messages = stored.facts().messages();
        boolean present = false;
        for (Change change : stored.log()) {
            switch (change.type()) {
                case MEMBER_JOINED -> present = true;
                case MEMBER_LEFT -> present = false;
                case MESSAGE_CREATED -> {
                    MessageFact message = messages.get((int) change.position().seq() - 1);
                    assertThat(present || !message.author().equals(DAVE))
                            .as("Dave was a member")
                            .isTrue();
                }
                default -> {}
            }
        }
    }

    private int daveSends(ThreadId thread) {
        return (int) IntStream.range(0, TIMES)
                .mapToObj(i -> unlessRefused(() -> daveReplies(thread)))
                .filter(Optional::isPresent)
                .count();
    }

    /** Before Dave joins for the first time, the thread does not exist for him. */
    private Sent daveReplies(ThreadId thread) {
        try {
            return as(DAVE).reply(thread, Draft.text("me too"));
        } catch (NotFoundException e) {
            throw new ForbiddenException("not yet a member");
        }
    }
}
