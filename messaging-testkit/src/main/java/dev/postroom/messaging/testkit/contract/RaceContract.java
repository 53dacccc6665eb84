package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That nothing is lost, doubled or miscounted when many Java threads use one mailbox or one thread at the same time.
 *
 * <p>Fixed interleavings have suites of their own, random stress is {@link StressContract}.
 */
public abstract class RaceContract extends CrowdContract {

    /** For adapters to extend. */
    protected RaceContract() {}

    @Nested
    class Senders {

        @Test
        void twoSendersShareAThreadWithoutGap() {
            ThreadId thread = startedFor(BOB);

            List<List<Sent>> sent = Crowd.of(2, number -> sendMany(number == 0 ? ANNA : BOB, thread));

            assertThat(sent)
                    .allSatisfy(own -> assertThat(own).isSortedAccordingTo(Comparator.comparingLong(Sent::seq)));
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

            List<Integer> sent = Crowd.of(MANY + 1, number -> {
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

            Talk talk = world.talk(thread);
            long last = sent.stream().mapToLong(Integer::longValue).sum() + 1;
            assertThat(talk.facts().lastSeq()).isEqualTo(last);
            assertThat(InterleavingContract.logged(talk, ChangeType.THREAD_CLOSED))
                    .containsExactly(last);
        }

        @Test
        void aMemberComingAndGoingWhileManySendSeesWholeStays() {
            ThreadId thread = startedFor(BOB, CAROL);

            List<Integer> acknowledged = Crowd.of(MANY, number -> switch (number) {
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

            Talk talk = world.talk(thread);
            int all = acknowledged.stream().mapToInt(Integer::intValue).sum();
            assertThat(talk.facts().lastSeq()).isEqualTo(all + 1L);
            assertThat(talk.info().memberCount()).isEqualTo(3);
            assertThat(InterleavingContract.logged(talk, ChangeType.MEMBER_LEFT))
                    .hasSize(TIMES);
            assertDaveWroteWithinHisStays(talk);
        }

        private void assertDaveWroteWithinHisStays(Talk talk) {
            List<MessageFact> messages = talk.facts().messages();
            boolean present = false;
            for (Change change : talk.log()) {
                switch (change.type()) {
                    case MEMBER_JOINED -> present = true;
                    case MEMBER_LEFT -> present = false;
                    case MESSAGE_CREATED -> {
                        MessageFact message =
                                messages.get((int) change.position().seq() - 1);
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

        /** Before Dave's first stay the thread is not there for him. */
        private Sent daveReplies(ThreadId thread) {
            try {
                return as(DAVE).reply(thread, Draft.text("me too"));
            } catch (NotFoundException e) {
                throw new ForbiddenException("not yet a member");
            }
        }
    }

    @Nested
    class OnlyOnce {

        @Test
        void aPairHasOneThreadHoweverManyStartIt() {
            for (int round = 0; round < ROUNDS; round++) {
                Party one = UserId.of("one-" + round);
                Party other = UserId.of("other-" + round);

                List<ThreadId> started = Crowd.of(
                        MANY,
                        number -> number % 2 == 0
                                ? as(one).direct(other)
                                : as(other).direct(one));

                assertThat(started).containsOnly(started.get(0));
            }
            assertThat(world.refs(100)).hasSize(ROUNDS);
        }

        @Test
        void aKeyUsedAtOnceSendsOnce() {
            ThreadId thread = startedFor(BOB);
            for (int round = 0; round < ROUNDS; round++) {
                Draft draft = Draft.text("now").key("key " + round);

                assertOneSent(Crowd.of(MANY, number -> as(BOB).reply(thread, draft)));
            }
            assertThat(world.talk(thread).facts().lastSeq()).isEqualTo(ROUNDS + 1);
        }

        @Test
        void aKeyUsedAtOnceStartsOneThread() {
            for (int round = 0; round < ROUNDS; round++) {
                NewThread thread = NewThread.to(BOB).text("now").key("key " + round);

                assertOneSent(Crowd.of(MANY, number -> as(ANNA).send(thread)));
            }
            assertThat(world.refs(100)).hasSize(ROUNDS);
        }

        private void assertOneSent(List<Sent> sent) {
            assertThat(sent).filteredOn(one -> one.status() == Sent.Status.SENT).hasSize(1);
            assertThat(sent)
                    .extracting(Sent::messageId)
                    .containsOnly(sent.get(0).messageId());
            assertThat(sent).extracting(Sent::position).containsOnly(sent.get(0).position());
            assertThat(sent)
                    .extracting(Sent::createdAt)
                    .containsOnly(sent.get(0).createdAt());
        }

        @Test
        void aKeyUsedAtOnceInManyThreadsSendsToOne() {
            List<ThreadId> threads =
                    IntStream.range(0, MANY).mapToObj(i -> startedFor(BOB)).toList();
            for (int round = 0; round < ROUNDS; round++) {
                Draft draft = Draft.text("now").key("key " + round);

                List<Boolean> sent = Crowd.of(MANY, number -> isSent(threads.get(number), draft));

                assertThat(sent).containsOnlyOnce(true);
            }
        }

        private boolean isSent(ThreadId thread, Draft draft) {
            try {
                return as(BOB).reply(thread, draft).status() == Sent.Status.SENT;
            } catch (KeyConflictException e) {
                return false;
            }
        }
    }

    @Nested
    class Positions {

        private void sendAndDelete(ThreadId thread) {
            as(ANNA).deleteForEveryone(
                            as(ANNA).reply(thread, Draft.text("oops")).messageId());
        }

        private void readToTheEnd(Party party, ThreadId thread) {
            as(party).markReadUpTo(as(party).thread(thread).position());
        }

        @Test
        void markingReadWhileBothSendCountsExactly() {
            ThreadId thread = startedFor(BOB);

            Crowd.all(4, number -> {
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

            Crowd.all(4, number -> {
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

            Crowd.all(2, number -> {
                if (number == 0) {
                    sendMany(ANNA, thread);
                } else {
                    many(() -> archiveWhatIsSeen(thread));
                }
            });

            archiveWhatIsSeen(thread);
            assertThat(world.box(BOB, Box.ARCHIVED)).containsExactly(thread);
        }

        private void archiveWhatIsSeen(ThreadId thread) {
            Position seen = as(BOB).thread(thread).position();
            as(BOB).archive(seen);
            ThreadSummary now = as(BOB).thread(thread);
            assertThat(now.mine().archived()).isEqualTo(now.position().equals(seen));
        }

        @Test
        void nothingIsDeletedUnseen() {
            ThreadId thread = startedFor(BOB);

            Crowd.all(2, number -> {
                if (number == 0) {
                    sendMany(ANNA, thread);
                } else {
                    many(() -> deleteWhatIsSeen(thread));
                }
            });

            deleteWhatIsSeen(thread);
            assertThat(world.box(BOB, Box.ALL)).isEmpty();
        }

        private void deleteWhatIsSeen(ThreadId thread) {
            Position seen = as(BOB).thread(thread).position();
            as(BOB).deleteForMe(seen);
            ThreadSummary now = as(BOB).thread(thread);
            assertThat(now.mine().firstSeq()).isEqualTo(seen.seq() + 1);
            assertThat(now.unread()).isEqualTo(now.position().seq() - seen.seq());
        }

        @Test
        void aStarSetAndTakenByManyIsLoggedInTurns() {
            ThreadId thread = startedFor(BOB);
            MessageId message = world.talk(thread).message(1);

            List<Integer> changes = Crowd.of(MANY, number -> {
                List<Boolean> changed = new ArrayList<>();
                many(() -> changed.add(number % 2 == 0 ? as(BOB).star(message) : as(BOB).unstar(message)));
                return (int) changed.stream().filter(Boolean::booleanValue).count();
            });

            Talk talk = world.talk(thread);
            int logged = InterleavingContract.logged(talk, ChangeType.STARRED).size()
                    + InterleavingContract.logged(talk, ChangeType.UNSTARRED).size();
            assertThat(logged)
                    .isEqualTo(changes.stream().mapToInt(Integer::intValue).sum());
        }
    }
}
