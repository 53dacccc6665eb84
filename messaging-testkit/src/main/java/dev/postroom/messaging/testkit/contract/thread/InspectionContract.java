package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
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
            TestTenant tenant = i % 3 == 0 ? testTenant.in(ELSEWHERE) : testTenant;
            expected.add(
                    new Inspection.Ref(tenant.tenant(), tenant.group(ANNA, BOB).id()));
        }

        assertThat(testTenant.refs(limit)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(testTenant.refs(limit)).isEqualTo(testTenant.refs(100));
        assertThat(testTenant.storage().inspection().threads(Optional.empty(), limit))
                .hasSize(Math.min(limit, 11));
    }

    @Test
    void theOrderOfThreadsDoesNotChangeWhenTheyDo() {
        List<TestThread> testThreads =
                IntStream.range(0, 6).mapToObj(number -> group(ANNA, BOB)).toList();
        List<Inspection.Ref> before = testTenant.refs(100);
        testThreads.get(4).say(ANNA);
        testThreads.get(1).say(BOB);
        testThreads.get(2).delete(BOB, 0);

        assertThat(testTenant.refs(2)).isEqualTo(before);
    }

    @Test
    void anEmptyStorageHasNoThreads() {
        assertThat(testTenant.refs(10)).isEmpty();
        assertThat(testTenant.storage().inspection().selfCheck()).isEmpty();
    }

    @Test
    void whatIsNotThereHasNoFacts() {
        TestThread testThread = group(ANNA, BOB);

        assertThat(testTenant.facts(testTenant.newThreadId())).isEmpty();
        assertThat(testTenant.storage().inspection().facts(new Inspection.Ref(ELSEWHERE, testThread.id())))
                .isEmpty();
    }

    @Test
    void theFactsShowEveryMessage() {
        TestThread testThread =
                opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).testThread();
        var hello = testThread.by(ANNA).key("k", "f").stored();
        var note = testThread.note(BOB);
        var system = testThread.system(ANNA);
        var last = testThread.say(BOB);
        testThread.erase(ANNA, 4);

        ThreadFacts facts = testThread.facts();
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
        TestThread testThread = group(ANNA, BOB, CAROL);
        testThread.say(ANNA);
        testThread.leave(CAROL);
        testThread.join(ANNA, DAVE);

        assertThat(testThread.facts().members())
                .extracting(ThreadFacts.MemberFact::party)
                .containsExactlyInAnyOrder(ANNA, BOB, CAROL, DAVE);
        assertThat(testThread.row(ANNA).rights()).isEqualTo(Rights.MANAGER);
        assertThat(testThread.row(CAROL).rights()).isEqualTo(Rights.MEMBER.past());
        assertThat(testThread.row(CAROL).untilSeq()).contains(1L);
        assertThat(testThread.row(DAVE).fromSeq()).isEqualTo(1);
        assertThat(testThread.row(DAVE).activityAt()).isNotPresent();
    }
}
