package dev.postroom.messaging.testkit.contract.walk;

import dev.postroom.messaging.testkit.contract.StorageContract;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that long random sequences of operations on several threads give the same answers as an in-memory storage: outcomes,
 * facts, unread counts, previews, pages, boxes and totals. The sequences are the same in each run; a failure names its seed
 * and step. There are four; the system property {@code postroom.walks} asks for more.
 *
 * <p>Not tested: rules other than the default ones, and whether {@code readAll} reaches threads that the party left.
 */
public abstract class RandomWalkContract extends StorageContract {

    private static final int SEEDS = Integer.getInteger("postroom.walks", 4);
    private static final int LEGS = 5;
    private static final int STEPS = 24;

    /** For adapters to extend. */
    protected RandomWalkContract() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("dev.postroom.messaging.testkit.contract.walk.RandomWalkContract#seeds")
    void eachMailboxIsRightAfterRandomOperations(long seed) {
        RandomWalk walk = new RandomWalk(testTenant, seed);
        for (int leg = 0; leg < LEGS; leg++) {
            walk.take(STEPS);
            walk.compare();
        }
    }
}
