package dev.postroom.messaging.testkit.contract.random;

import static dev.postroom.messaging.testkit.contract.StorageContract.ANNA;
import static dev.postroom.messaging.testkit.contract.StorageContract.BOB;
import static dev.postroom.messaging.testkit.contract.StorageContract.CAROL;
import static dev.postroom.messaging.testkit.contract.StorageContract.DAVE;
import static dev.postroom.messaging.testkit.contract.StorageContract.EVE;
import static dev.postroom.messaging.testkit.contract.StorageContract.INTERNAL_MANAGER;
import static dev.postroom.messaging.testkit.contract.StorageContract.INTERNAL_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.MessageDraft;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import dev.postroom.messaging.testkit.inmemory.InMemoryStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A random sequence of operations on a few threads. Each operation runs on the storage under test and on an in-memory storage,
 * which keeps plain facts and no totals; both must give the same answers and keep the same facts. Ids and times come from
 * counters, so they are equal too.
 */
final class RandomWalk {

    private static final List<Move> MOVES = List.of(Move.values());
    private static final int THREADS = 3;
    private static final int PERCENT = 100;

    private final long seed;
    private final Random random;
    private final List<Party> others;
    private final List<Party> parties;
    private final Run tested;
    private final Run model;
    private int step;
    private int number;

    RandomWalk(StorageClient client, long seed) {
        this(client, seed, List.of());
    }

    /** Makes a walk with more parties than the usual five. */
    RandomWalk(StorageClient client, long seed, List<Party> more) {
        this.seed = seed;
        this.random = new Random(seed);
        List<Party> plain =
                Stream.concat(Stream.of(CAROL, DAVE, EVE), more.stream()).toList();
        others = Stream.concat(Stream.of(BOB), plain.stream()).toList();
        parties = Stream.concat(Stream.of(ANNA), others.stream()).toList();
        tested = new Run(client, plain);
        model = new Run(new StorageClient(new InMemoryStorage(), client.tenant()), plain);
    }

    void take(int steps) {
        for (int i = 0; i < steps; i++) {
            step++;
            number = random.nextInt(THREADS);
            takeStep();
        }
    }

    private void takeStep() {
        Party party = any(parties);
        long last = model.threads.get(number).facts().lastSeq();
        long seq = random.nextLong(last + 2);
        int dice = random.nextInt(PERCENT);
        if (dice < 38) {
            send(party);
        } else if (dice < 70) {
            Move move = MOVES.get(dice % MOVES.size());
            same(move + " of " + party + " to " + seq, thread -> thread.move(party, move, seq));
        } else if (dice < 92) {
            if (last > 0) {
                mark(party, dice, Math.min(Math.max(seq, 1), last));
            }
        } else if (dice < 98) {
            joinOrLeave(any(others));
        } else {
            readAll(party);
        }
    }

    /** Lets all members but the first leave one after the other, or join again, with a few steps after each. */
    void joinOrLeaveOneByOne(boolean joining, int steps) {
        List<Party> order = new ArrayList<>(others);
        Collections.shuffle(order, random);
        for (Party party : order) {
            for (number = 0; number < THREADS; number++) {
                if (isMember(party) != joining) {
                    joinOrLeave(party);
                }
            }
            take(steps);
        }
    }

    private void send(Party party) {
        if (!isMember(party)) {
            return;
        }
        boolean internal = rights(party).has(Right.INTERNAL) && random.nextInt(3) == 0;
        boolean normal = random.nextInt(7) != 0;
        same("send of " + party, thread -> {
            MessageDraft sending = thread.by(party);
            if (internal) {
                sending.internal();
            }
            if (!normal) {
                sending.system();
            }
            return sending.stored();
        });
    }

    private void mark(Party party, int dice, long seq) {
        String of = " of " + party + " at " + seq;
        switch (dice % 4) {
            case 0 -> same("hide" + of, thread -> thread.hide(party, seq));
            case 1 -> same("star" + of, thread -> thread.star(party, seq));
            case 2 -> same("unstar" + of, thread -> thread.unstar(party, seq));
            default -> same("erase" + of, thread -> thread.erase(party, seq));
        }
    }

    private void joinOrLeave(Party party) {
        if (isMember(party)) {
            same("leave of " + party, thread -> thread.leave(party));
            return;
        }
        NewMember.History history = random.nextBoolean() ? NewMember.History.FULL : NewMember.History.FROM_JOIN;
        NewMember member = new NewMember(party, party.equals(BOB) ? INTERNAL_MEMBER : Rights.MEMBER, history);
        same("join of " + party, thread -> thread.join(ANNA, member));
    }

    /** The port does not say whether threads that the party left are read, so that is not compared. */
    private void readAll(Party party) {
        boolean left = model.threads.stream()
                .anyMatch(each -> !each.row(party).active() && each.row(party).unread() > 0);
        if (!left) {
            sameOfAll(
                    "read all of " + party,
                    run -> run.client.storage().positions().readAll(run.client.as(party), run.client.now()));
        }
    }

    /** Compares all that is stored, and all that each party can ask. */
    void compare() {
        sameOfAll("facts", run -> run.client.everything());
        for (Party party : parties) {
            for (number = 0; number < THREADS; number++) {
                same("summary of " + party, thread -> thread.summary(party));
                same("page of " + party, thread -> thread.messages(party));
            }
            for (Box box : Box.values()) {
                for (BoxQuery.Filter filter : BoxQuery.Filter.values()) {
                    String of = filter + " " + box + " of " + party;
                    sameOfAll(of, run -> run.client.box(party, box, filter));
                    sameOfAll("count of " + of, run -> run.client.count(party, box, filter));
                }
            }
            sameOfAll("totals of " + party, run -> run.client.unread(party));
        }
    }

    private boolean isMember(Party party) {
        return model.threads.get(number).row(party).active();
    }

    private Rights rights(Party party) {
        return model.threads.get(number).row(party).rights();
    }

    private void same(String what, Function<ThreadClient, Object> operation) {
        sameOfAll(what, run -> operation.apply(run.threads.get(number)));
    }

    private void sameOfAll(String what, Function<Run, Object> operation) {
        assertThat(operation.apply(tested))
                .as("seed %d, step %d: %s", seed, step, what)
                .isEqualTo(operation.apply(model));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the two storages with its threads. */
    private static final class Run {

        private final StorageClient client;
        private final List<ThreadClient> threads;

        Run(StorageClient client, List<Party> plain) {
            this.client = client;
            threads = IntStream.range(0, THREADS)
                    .mapToObj(number -> client.newThread(ANNA)
                            .starterRights(INTERNAL_MANAGER)
                            .with(INTERNAL_MEMBER, BOB)
                            .with(plain.toArray(Party[]::new))
                            .created())
                    .toList();
        }
    }
}
