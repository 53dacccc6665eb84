package dev.postroom.messaging.testkit.contract.random;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.testkit.contract.StorageContract;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that every mailbox agrees with an in-memory storage while all members but one leave and join again. A storage may keep
 * large threads in another way than small ones. No caller may notice when a thread changes from one way to the other. The
 * system property {@code postroom.walks} sets another number of sequences than four.
 */
public abstract class ThreadSizeContract extends StorageContract {

    private static final int SEEDS = Integer.getInteger("postroom.walks", 4);
    private static final int ROUNDS = 4;
    private static final int STEPS = 4;

    private static final List<Party> MORE = IntStream.rangeClosed(1, 4)
            .<Party>mapToObj(number -> UserId.of("more-" + number))
            .toList();

    /** For adapters to extend. */
    protected ThreadSizeContract() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("dev.postroom.messaging.testkit.contract.random.ThreadSizeContract#seeds")
    void afterMembersLeaveAndJoinEveryMailboxIsRight(long seed) {
        RandomWalk walk = new RandomWalk(client, seed, MORE);
        for (int round = 0; round < ROUNDS; round++) {
            walk.take(STEPS);
            walk.joinOrLeaveOneByOne(round % 2 == 1, STEPS);
            walk.compare();
        }
    }
}
