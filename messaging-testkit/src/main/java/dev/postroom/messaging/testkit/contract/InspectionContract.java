package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the inspection shows every thread of every tenant once, and each as it is. All suites lean on it, and check
 * after each test that it finds nothing wrong.
 *
 * <p>Not asserted: the order of threads, what else {@code selfCheck} looks for, and the names under which client keys
 * are shown.
 */
public abstract class InspectionContract extends StorageContract {

    /** For adapters to extend. */
    protected InspectionContract() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void everyThreadOfEveryTenantIsListedOnce(int limit) {
        List<Inspection.Ref> expected = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            World tenant = i % 3 == 0 ? world.in(ELSEWHERE) : world;
            expected.add(
                    new Inspection.Ref(tenant.tenant(), tenant.group(ANNA, BOB).id()));
        }

        assertThat(world.refs(limit)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(world.refs(limit)).isEqualTo(world.refs(100));
        assertThat(world.storage().inspection().threads(Optional.empty(), limit))
                .hasSize(Math.min(limit, 11));
    }

    @Test
    void theOrderOfThreadsDoesNotChangeWhenTheyDo() {
        List<Talk> talks =
                IntStream.range(0, 6).mapToObj(number -> group(ANNA, BOB)).toList();
        List<Inspection.Ref> before = world.refs(100);
        talks.get(4).say(ANNA);
        talks.get(1).say(BOB);
        talks.get(2).delete(BOB, 0);

        assertThat(world.refs(2)).isEqualTo(before);
    }

    @Test
    void anEmptyStorageHasNoThreads() {
        assertThat(world.refs(10)).isEmpty();
        assertThat(world.storage().inspection().selfCheck()).isEmpty();
    }

    @Test
    void whatIsNotThereHasNoFacts() {
        Talk talk = group(ANNA, BOB);

        assertThat(world.facts(world.newThreadId())).isEmpty();
        assertThat(world.storage().inspection().facts(new Inspection.Ref(ELSEWHERE, talk.id())))
                .isEmpty();
    }

    @Test
    void theFactsShowEveryMessage() {
        Talk talk = opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).talk();
        var hello = talk.by(ANNA).key("k", "f").stored();
        var note = talk.note(BOB);
        var system = talk.system(ANNA);
        var last = talk.say(BOB);
        talk.erase(ANNA, 4);

        ThreadFacts facts = talk.facts();
        assertThat(facts.messages())
                .containsExactly(
                        new MessageFact(
                                hello.messageId(),
                                1,
                                ANNA,
                                Visibility.EVERYONE,
                                true,
                                true,
                                true,
                                false,
                                false,
                                hello.createdAt()),
                        new MessageFact(
                                note.messageId(),
                                2,
                                BOB,
                                Visibility.INTERNAL,
                                true,
                                true,
                                true,
                                false,
                                false,
                                note.createdAt()),
                        new MessageFact(
                                system.messageId(),
                                3,
                                ANNA,
                                Visibility.EVERYONE,
                                MessageKind.SYSTEM.countable(),
                                MessageKind.SYSTEM.active(),
                                MessageKind.SYSTEM.previewable(),
                                false,
                                false,
                                system.createdAt()),
                        new MessageFact(
                                last.messageId(),
                                4,
                                BOB,
                                Visibility.EVERYONE,
                                true,
                                true,
                                true,
                                true,
                                true,
                                last.createdAt()));
        assertThat(facts.lastSeq()).isEqualTo(4);
        assertThat(facts.lastForEveryone()).isEqualTo(1);
        assertThat(facts.lastForInternal()).isEqualTo(2);
        assertThat(facts.activityAt()).isEqualTo(last.createdAt());
        assertThat(facts.keys().values()).containsExactly(hello.messageId());
    }

    @Test
    void theFactsShowEveryMemberPresentAndPast() {
        Talk talk = group(ANNA, BOB, CAROL);
        talk.say(ANNA);
        talk.leave(CAROL);
        talk.join(ANNA, DAVE);

        assertThat(talk.facts().members())
                .extracting(ThreadFacts.MemberFact::party)
                .containsExactlyInAnyOrder(ANNA, BOB, CAROL, DAVE);
        assertThat(talk.row(ANNA).rights()).isEqualTo(Rights.MANAGER);
        assertThat(talk.row(CAROL).rights()).isEqualTo(Rights.MEMBER.past());
        assertThat(talk.row(CAROL).untilSeq()).contains(1L);
        assertThat(talk.row(DAVE).fromSeq()).isEqualTo(1);
        assertThat(talk.row(DAVE).activityAt()).isNotPresent();
    }
}
