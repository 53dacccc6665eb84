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
import dev.postroom.messaging.testkit.contract.ParallelRun;
import dev.postroom.messaging.testkit.contract.RaceContract;
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
 * That everything which was acknowledged is there, once, and adds up, after eight Java threads have done more than ten
 * thousand random things in three tenants through the public API. A failure names the seed; with the system property
 * {@code postroom.stress.seed} the same deeds are drawn again, though not in the same interleaving.
 */
public abstract class StressContract extends RaceContract {

    private static final int WORKERS = 8;
    private static final int DEEDS = 1_300;
    private static final int ALL = 100;

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<StressSite> sites;

    private final StressAnswers acknowledged = new StressAnswers();

    /** For adapters to extend. */
    protected StressContract() {}

    @BeforeEach
    final void openSites() {
        sites = Stream.of("acme", "Acme", "globex")
                .map(TenantId::of)
                .map(tenant -> new StressSite(messaging(), tenant))
                .toList();
    }

    @Test
    void afterManyRandomDeedsAtOnceEverythingAcknowledgedIsThereOnceAndAddsUp() {
        long seed = Long.getLong("postroom.stress.seed", System.nanoTime());
        try {
            play(seed);
            checkNothingIsWrong();
            checkMessages();
            checkKeys();
            checkPairs();
            sites.forEach(site -> site.checkMembers(
                    thread -> testTenant.in(site.tenant()).facts(thread).orElseThrow()));
            sites.forEach(site -> StressSite.PEOPLE.forEach(party -> checkMailbox(site, party)));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dpostroom.stress.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private void play(long seed) {
        AtomicInteger keys = new AtomicInteger();
        sites.forEach(site -> site.start(acknowledged));
        List<Integer> done = ParallelRun.of(
                WORKERS, number -> new StressWorker(sites, acknowledged, keys, seed + number).work(DEEDS));
        assertThat(done).as("deeds that were not refused").allMatch(deeds -> deeds > DEEDS / 2);
    }

    private void checkNothingIsWrong() {
        VerifyReport report = messaging().maintenance().verify();
        assertThat(report.violations()).isEmpty();
    }

    private void checkMessages() {
        Map<TenantId, Map<Position, MessageId>> stored = new HashMap<>();
        for (Map.Entry<Inspection.Ref, ThreadFacts> thread :
                testTenant.everything().entrySet()) {
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
                .collect(Collectors.groupingBy(StressAnswers.KeyUse::tenant, Collectors.counting()));
        Map<TenantId, Long> stored = testTenant.everything().values().stream()
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

    private void checkMailbox(StressSite site, Party party) {
        Mailbox mailbox = site.as(party);
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
                    .forEach(message -> assertThat(site.isFromHere(message.text()))
                            .as("a message that %s reads is of its tenant", party)
                            .isTrue());
        }
    }
}
