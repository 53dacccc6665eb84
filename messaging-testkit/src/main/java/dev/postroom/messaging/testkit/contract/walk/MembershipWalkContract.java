package dev.postroom.messaging.testkit.contract.walk;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.testkit.contract.StorageContract;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that each mailbox is as in an in-memory storage while the members of threads leave, until one is left, and join again.
 * Storages may keep threads of many members in another way than those of few; no caller may notice the change from one to
 * the other. The system property {@code postroom.walks} asks for more than four sequences.
 */
public abstract class MembershipWalkContract extends StorageContract {

    private static final int SEEDS = Integer.getInteger("postroom.walks", 4);
    private static final int ROUNDS = 4;
    private static final int STEPS = 4;

    private static final List<Party> MORE = IntStream.rangeClosed(1, 4)
            .<Party>mapToObj(number -> UserId.of("more-" + number))
            .toList();

    /** For adapters to extend. */
    protected MembershipWalkContract() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("dev.postroom.messaging.testkit.contract.walk.MembershipWalkContract#seeds")
    void eachMailboxIsRightWhileMembersLeaveAndJoin(long seed) {
        RandomWalk walk = new RandomWalk(testTenant, seed, MORE);
        for (int round = 0; round < ROUNDS; round++) {
            walk.take(STEPS);
            walk.joinOrLeaveAll(round % 2 == 1, STEPS);
            walk.compare();
        }
    }
}
