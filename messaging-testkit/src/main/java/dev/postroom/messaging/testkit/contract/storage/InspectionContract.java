package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the inspection shows every thread of every tenant once and as it is stored. All other contracts depend on
 * it: after each test they check that it finds nothing wrong.
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
            StorageClient tenant = i % 3 == 0 ? client.forTenant(OTHER_TENANT) : client;
            expected.add(
                    new Inspection.Ref(tenant.tenant(), tenant.group(ANNA, BOB).id()));
        }

        assertThat(client.refs(limit)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(client.refs(limit)).isEqualTo(client.refs(100));
        assertThat(client.storage().inspection().threads(Optional.empty(), limit))
                .hasSize(Math.min(limit, 11));
    }

    @Test
    void theOrderOfThreadsDoesNotChangeWhenTheyDo() {
        List<ThreadClient> threads =
                IntStream.range(0, 6).mapToObj(number -> group(ANNA, BOB)).toList();
        List<Inspection.Ref> before = client.refs(100);
        threads.get(4).say(ANNA);
        threads.get(1).say(BOB);
        threads.get(2).delete(BOB, 0);

        assertThat(client.refs(2)).isEqualTo(before);
    }

    @Test
    void anEmptyStorageHasNoThreads() {
        assertThat(client.refs(10)).isEmpty();
        assertThat(client.storage().inspection().selfCheck()).isEmpty();
    }

    @Test
    void aMissingThreadHasNoFacts() {
        ThreadClient thread = group(ANNA, BOB);

        assertThat(client.facts(client.newThreadId())).isEmpty();
        assertThat(client.storage().inspection().facts(new Inspection.Ref(OTHER_TENANT, thread.id())))
                .isEmpty();
    }

    @Test
    void theFactsShowEveryMessage() {
        ThreadClient thread = newThread(ANNA)
                .starterRights(INTERNAL_MANAGER)
                .with(INTERNAL_MEMBER, BOB)
                .created();
        var hello = thread.by(ANNA).key("k", "f").stored();
        var note = thread.note(BOB);
        var system = thread.system(ANNA);
        var last = thread.say(BOB);
        thread.erase(ANNA, 4);

        ThreadFacts facts = thread.facts();
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
        ThreadClient thread = group(ANNA, BOB, CAROL);
        thread.say(ANNA);
        thread.leave(CAROL);
        thread.join(ANNA, DAVE);

        assertThat(thread.facts().members())
                .extracting(ThreadFacts.MemberFact::party)
                .containsExactlyInAnyOrder(ANNA, BOB, CAROL, DAVE);
        assertThat(thread.row(ANNA).rights()).isEqualTo(Rights.MANAGER);
        assertThat(thread.row(CAROL).rights()).isEqualTo(Rights.MEMBER.past());
        assertThat(thread.row(CAROL).untilSeq()).contains(1L);
        assertThat(thread.row(DAVE).fromSeq()).isEqualTo(1);
        assertThat(thread.row(DAVE).activityAt()).isNotPresent();
    }
}
