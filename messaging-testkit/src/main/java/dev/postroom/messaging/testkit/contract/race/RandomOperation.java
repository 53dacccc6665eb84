package dev.postroom.messaging.testkit.contract.race;

import java.util.Random;

/** The operations of the random stress, each with a weight that says how often it is drawn. */
enum RandomOperation {
    REPLY(30),
    REPLY_WITH_KEY(10),
    START_DIRECT(4),
    READ(12),
    UNREAD(5),
    ARCHIVE(4),
    DELETE_THREAD(3),
    STAR(5),
    UNSTAR(3),
    DELETE_MESSAGE(5),
    HIDE_MESSAGE(4),
    ADD(6),
    REMOVE(1),
    LEAVE(1),
    CLOSE(1),
    REOPEN(4),
    RENAME(1),
    READ_INBOX(4),
    READ_TOTALS(2);

    private static final int SUM = sum();

    private final int weight;

    RandomOperation(int weight) {
        this.weight = weight;
    }

    static RandomOperation draw(Random random) {
        int left = random.nextInt(SUM);
        for (RandomOperation operation : values()) {
            left -= operation.weight;
            if (left < 0) {
                return operation;
            }
        }
        throw new AssertionError("the weights sum up to less than " + SUM);
    }

    private static int sum() {
        int sum = 0;
        for (RandomOperation operation : values()) {
            sum += operation.weight;
        }
        return sum;
    }
}
