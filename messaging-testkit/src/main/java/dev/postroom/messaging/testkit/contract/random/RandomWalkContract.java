package dev.postroom.messaging.testkit.contract.random;

import dev.postroom.messaging.testkit.contract.StorageContract;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that long random sequences of operations on several threads give the same answers as an in-memory storage: outcomes,
 * facts, unread counts, previews, pages, boxes and totals. The sequences are the same in each run, and a failure names its
 * seed and step. There are four sequences; the system property {@code postroom.walks} sets another number.
 *
 * <p>Not tested: rules other than the default, and whether {@code readAll} reaches threads that the party left.
 */
public abstract class RandomWalkContract extends StorageContract {

    private static final int SEEDS = Integer.getInteger("postroom.walks", 4);
    private static final int ROUNDS = 5;
    private static final int STEPS = 24;

    /** For adapters to extend. */
    protected RandomWalkContract() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("dev.postroom.messaging.testkit.contract.random.RandomWalkContract#seeds")
    void afterRandomOperationsEveryMailboxIsRight(long seed) {
        RandomWalk walk = new RandomWalk(client, seed);
        for (int round = 0; round < ROUNDS; round++) {
            walk.take(STEPS);
            walk.compare();
        }
    }
}
