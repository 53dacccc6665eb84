package dev.postroom.messaging.testkit.contract.walk;

import static dev.postroom.messaging.testkit.contract.StorageContract.ANNA;
import static dev.postroom.messaging.testkit.contract.StorageContract.BOB;
import static dev.postroom.messaging.testkit.contract.StorageContract.CAROL;
import static dev.postroom.messaging.testkit.contract.StorageContract.CHANGED;
import static dev.postroom.messaging.testkit.contract.StorageContract.CHIEF;
import static dev.postroom.messaging.testkit.contract.StorageContract.DAVE;
import static dev.postroom.messaging.testkit.contract.StorageContract.EVE;
import static dev.postroom.messaging.testkit.contract.StorageContract.INSIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.contract.MessageDraft;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A random walk through a few threads: each step is done to the storage and to a {@link Model} of each thread. */
final class RandomWalk {

    private static final List<Move> MOVES = List.of(Move.values());
    private static final int THREADS = 3;
    private static final int PERCENT = 100;

    private final TestTenant testTenant;
    private final long seed;
    private final Random random;
    private final List<Party> others;
    private final List<TestThread> testThreads = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final Map<String, Long> receipts = new HashMap<>();
    private int step;
    private TestThread testThread;
    private Model model;

    RandomWalk(TestTenant testTenant, long seed) {
        this(testTenant, seed, List.of());
    }

    /** One with more people besides the usual five. */
    RandomWalk(TestTenant testTenant, long seed, List<Party> more) {
        this.testTenant = testTenant;
        this.seed = seed;
        this.random = new Random(seed);
        List<Party> plain =
                Stream.concat(Stream.of(CAROL, DAVE, EVE), more.stream()).toList();
        others = Stream.concat(Stream.of(BOB), plain.stream()).toList();
        for (int i = 0; i < THREADS; i++) {
            testThreads.add(testTenant
                    .opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(plain.toArray(Party[]::new))
                    .testThread());
            Model fresh = new Model();
            fresh.member(ANNA, true, true);
            fresh.member(BOB, false, true);
            plain.forEach(party -> fresh.member(party, false, false));
            models.add(fresh);
        }
        testThread = testThreads.get(0);
        model = models.get(0);
    }

    void take(int steps) {
        for (int i = 0; i < steps; i++) {
            step++;
            int thread = random.nextInt(THREADS);
            testThread = testThreads.get(thread);
            model = models.get(thread);
            takeStep();
        }
    }

    private void takeStep() {
        Party party = any(model.parties());
        long seq = random.nextLong(model.last() + 2);
        int dice = random.nextInt(PERCENT);
        if (dice < 38) {
            send(party);
        } else if (dice < 70) {
            move(party, dice, seq);
        } else if (dice < 92) {
            mark(party, dice, Math.min(Math.max(seq, 1), model.last()));
        } else if (dice < 98) {
            comeOrGo(any(others));
        } else {
            readAll(party);
        }
    }

    /** Lets all but the first go one after the other, or come again, with a few steps after each. */
    void tide(boolean coming, int steps) {
        List<Party> order = new ArrayList<>(others);
        Collections.shuffle(order, random);
        for (Party party : order) {
            for (int i = 0; i < THREADS; i++) {
                testThread = testThreads.get(i);
                model = models.get(i);
                if (model.present(party) != coming) {
                    comeOrGo(party);
                }
            }
            take(steps);
        }
    }

    private void send(Party party) {
        if (!model.present(party)) {
            return;
        }
        boolean internal = model.internal(party) && random.nextInt(3) == 0;
        boolean normal = random.nextInt(7) != 0;
        MessageDraft sending = testThread.by(party);
        if (internal) {
            sending.internal();
        }
        if (!normal) {
            sending.system();
        }
        assertThat(sending.stored().position()).as(where("send")).isEqualTo(testThread.at(model.last() + 1));
        model.send(party, internal, normal);
    }

    private void move(Party party, int dice, long seq) {
        Move move = MOVES.get(dice % MOVES.size());
        assertThat(testThread.move(party, move, seq))
                .as(where(move + " of " + party + " to " + seq))
                .isEqualTo(model.move(party, move, seq));
    }

    private void mark(Party party, int dice, long seq) {
        if (seq == 0) {
            return;
        }
        String what = party + " at " + seq;
        switch (dice % 4) {
            case 0 ->
                assertThat(testThread.hide(party, seq))
                        .as(where("hide " + what))
                        .isEqualTo(model.hide(party, seq));
            case 1 ->
                assertThat(testThread.star(party, seq))
                        .as(where("star " + what))
                        .isEqualTo(model.star(party, seq, true));
            case 2 ->
                assertThat(testThread.unstar(party, seq))
                        .as(where("unstar " + what))
                        .isEqualTo(model.star(party, seq, false));
            default ->
                assertThat(testThread.erase(party, seq))
                        .as(where("erase " + what))
                        .isEqualTo(model.erase(party, seq));
        }
    }

    private void comeOrGo(Party party) {
        if (model.present(party)) {
            assertThat(testThread.leave(party)).as(where("leave")).isEqualTo(CHANGED);
            model.leave(party);
        } else {
            boolean full = random.nextBoolean();
            NewMember.History history = full ? NewMember.History.FULL : NewMember.History.FROM_JOIN;
            assertThat(testThread.join(
                            ANNA, new NewMember(party, model.internal(party) ? INSIDER : Rights.MEMBER, history)))
                    .as(where("join"))
                    .isEqualTo(CHANGED);
            model.join(party, full);
        }
    }

    private void readAll(Party party) {
        boolean past = models.stream().anyMatch(each -> !each.present(party) && each.unread(party) > 0);
        if (past) {
            return; // the port does not say whether a past member's threads are among them
        }
        long expected = models.stream().filter(each -> each.readAll(party)).count();
        assertThat(testTenant.storage().positions().readAll(testTenant.as(party), testTenant.now()))
                .as(where("read all"))
                .isEqualTo(expected);
    }

    /** Compares all that can be asked with what the models say. */
    void compare() {
        for (Party party : models.get(0).parties()) {
            for (int i = 0; i < THREADS; i++) {
                compare(party, testThreads.get(i), models.get(i));
            }
            for (Box box : Box.values()) {
                compare(party, box);
            }
            compareTotals(party);
        }
        testThreads.forEach(each -> each.facts().members().forEach(member -> compareReceipt(each, member)));
    }

    private void compare(Party party, TestThread each, Model expected) {
        ThreadSummary summary = each.summary(party);
        assertThat(summary.unread()).as(where("unread of " + party)).isEqualTo(expected.unread(party));
        assertThat(summary.last().map(last -> last.position().seq()).orElse(0L))
                .as(where("preview of " + party))
                .isEqualTo(expected.preview(party));
        assertThat(each.seqs(party)).as(where("page of " + party)).isEqualTo(expected.page(party));
        assertThat(summary.mine().archived())
                .as(where("archived of " + party))
                .isEqualTo(expected.standsIn(Box.ARCHIVED, party));
    }

    private void compare(Party party, Box box) {
        List<TestThread> expected = new ArrayList<>();
        List<TestThread> unread = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            if (models.get(i).standsIn(box, party)) {
                expected.add(testThreads.get(i));
                if (models.get(i).unread(party) > 0) {
                    unread.add(testThreads.get(i));
                }
            }
        }
        assertThat(testTenant.box(party, box))
                .as(where(box + " of " + party))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(TestThread::id).toList());
        assertThat(testTenant.count(party, box, BoxQuery.Filter.ANY))
                .as(where("count of " + box + " of " + party))
                .isEqualTo(expected.size());
        assertThat(testTenant.box(party, box, BoxQuery.Filter.UNREAD))
                .as(where("unread " + box + " of " + party))
                .containsExactlyInAnyOrderElementsOf(
                        unread.stream().map(TestThread::id).toList());
    }

    private void compareTotals(Party party) {
        long[] unread = models.stream()
                .filter(each -> each.standsIn(Box.INBOX, party))
                .mapToLong(each -> each.unread(party))
                .filter(count -> count > 0)
                .toArray();
        long sum = LongStream.of(unread).sum();
        assertThat(testTenant.unread(party))
                .as(where("totals of " + party))
                .isEqualTo(new UnreadTotals(unread.length, sum, true));
    }

    private void compareReceipt(TestThread each, MemberFact member) {
        Long before = receipts.put(each.id() + member.party().key(), member.receiptSeq());
        assertThat(member.receiptSeq())
                .as(where("receipt of " + member.party()))
                .isGreaterThanOrEqualTo(before == null ? 0 : before);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String where(String what) {
        return "seed " + seed + ", step " + step + ": " + what;
    }
}
