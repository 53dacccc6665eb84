package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the storage holds every acknowledged result exactly once, and that all counts agree, after eight Java
 * threads have run more than ten thousand random operations in three tenants through the public API. A failure names the
 * seed; the system property {@code postroom.stress.seed} draws the same operations again, though not in the same
 * interleaving.
 */
public abstract class StressContract extends RaceContract {

    private static final int WORKERS = 8;
    private static final int OPERATIONS = 1_300;
    private static final int ALL = 100;

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<StressTenant> tenants;

    private final AcknowledgedResults acknowledged = new AcknowledgedResults();

    /** For adapters to extend. */
    protected StressContract() {}

    @BeforeEach
    final void openTenants() {
        tenants = Stream.of("acme", "Acme", "globex")
                .map(TenantId::of)
                .map(tenant -> new StressTenant(messaging(), tenant))
                .toList();
    }

    @Test
    void afterManyConcurrentRandomOperationsTheStorageHoldsEveryAcknowledgedResultOnce() {
        long seed = Long.getLong("postroom.stress.seed", System.nanoTime());
        try {
            runOperations(seed);
            checkNothingIsWrong();
            checkMessages();
            checkKeys();
            checkPairs();
            tenants.forEach(tenant -> tenant.checkMembers(
                    thread -> client.forTenant(tenant.id()).facts(thread).orElseThrow()));
            tenants.forEach(tenant -> StressTenant.PEOPLE.forEach(party -> checkMailbox(tenant, party)));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dpostroom.stress.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private void runOperations(long seed) {
        AtomicInteger keys = new AtomicInteger();
        tenants.forEach(tenant -> tenant.start(acknowledged));
        List<Integer> done = ConcurrentCallers.call(
                WORKERS, number -> new StressWorker(tenants, acknowledged, keys, seed + number).work(OPERATIONS));
        assertThat(done).as("operations that were not refused").allMatch(operations -> operations > OPERATIONS / 2);
    }

    private void checkNothingIsWrong() {
        VerifyReport report = messaging().maintenance().verify();
        assertThat(report.violations()).isEmpty();
    }

    private void checkMessages() {
        Map<TenantId, Map<Position, MessageId>> stored = new HashMap<>();
        for (Map.Entry<Inspection.Ref, ThreadFacts> thread : client.everything().entrySet()) {
            Map<Position, MessageId> messages =
                    stored.computeIfAbsent(thread.getKey().tenant(), absent -> new HashMap<>());
            thread.getValue()
                    .messages()
                    .forEach(message ->
                            messages.put(Position.of(thread.getKey().thread(), message.seq()), message.id()));
        }
        assertThat(stored).isEqualTo(acknowledged.messages);
        List<MessageId> ids = stored.values().stream()
                .flatMap(messages -> messages.values().stream())
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    private void checkKeys() {
        assertThat(acknowledged.keys).isNotEmpty();
        for (Queue<Sent> answers : acknowledged.keys.values()) {
            assertThat(answers)
                    .extracting(Sent::messageId)
                    .containsOnly(answers.element().messageId());
            assertThat(answers)
                    .extracting(Sent::position)
                    .containsOnly(answers.element().position());
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == Sent.Status.SENT)
                    .hasSize(1);
        }
        Map<TenantId, Long> used = acknowledged.keys.keySet().stream()
                .collect(Collectors.groupingBy(AcknowledgedResults.KeyUse::tenant, Collectors.counting()));
        Map<TenantId, Long> stored = client.everything().values().stream()
                .collect(Collectors.groupingBy(
                        facts -> facts.ref().tenant(),
                        Collectors.summingLong(facts -> facts.keys().size())));
        assertThat(stored).isEqualTo(used);
    }

    private void checkPairs() {
        assertThat(acknowledged.pairs)
                .isNotEmpty()
                .allSatisfy((pair, threads) ->
                        assertThat(threads).as("threads of %s", pair).hasSize(1));
        Set<ThreadId> all =
                acknowledged.pairs.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(all).hasSameSizeAs(acknowledged.pairs.keySet());
    }

    private void checkMailbox(StressTenant tenant, Party party) {
        Mailbox mailbox = tenant.as(party);
        List<ThreadSummary> inbox =
                mailbox.threads(ThreadQuery.inbox().first(ALL)).items();
        List<ThreadSummary> unread =
                mailbox.threads(ThreadQuery.inbox().unread().first(ALL)).items();
        long messages = inbox.stream().mapToLong(ThreadSummary::unread).sum();
        assertThat(unread)
                .as("unread threads of %s", party)
                .isEqualTo(inbox.stream().filter(thread -> thread.unread() > 0).toList());
        assertThat(mailbox.unreadExactly())
                .as("unread totals of %s", party)
                .isEqualTo(new UnreadTotals(unread.size(), messages, true));
        for (ThreadSummary thread :
                mailbox.threads(ThreadQuery.all().first(ALL)).items()) {
            mailbox.messages(thread.threadId(), MessageQuery.newest().first(ALL))
                    .items()
                    .forEach(message -> assertThat(tenant.isOfThisTenant(message.text()))
                            .as("a message that %s reads is of its tenant", party)
                            .isTrue());
        }
    }
}
