package dev.postroom.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the tables hold before a job is timed, the same for all: anna has threads with bob, of as many messages each, all
 * by bob, and all read but in every tenth thread; and one long one, read up to its start. Ids are told by their numbers.
 */
final class BenchmarkScene {

    static final String CALLER = "anna";
    static final String OTHER = "bob";

    /** Who starts new threads, so that they do not fill the mailbox that is read. */
    static final String STARTER = "carol";

    static final int THREADS = 1_000;
    static final int MESSAGES = 20;
    static final int READ_OF_EACH_UNREAD = 10;
    static final int LONG_MESSAGES = 100_000;
    static final int PAGE = 20;

    /** Above so many members a thread is large, by default. */
    static final int LARGE = 20;

    static final int THREAD_PAGE = 50;

    /** About as long as messages of chats and tickets are. */
    static final String TEXT =
            "The fitter comes on Tuesday between nine and eleven; please leave the key with the neighbours.";

    static final String SUBJECT = "The heating in flat 4";

    /** Of what the ids of a series are: their fourth group, with the series added. */
    static final int THREAD = 0x8000;

    static final int MESSAGE = 0xb000;
    static final int LONG_THREAD = 0x9000;
    static final int LONG_MESSAGE = 0xa000;

    static final UUID LONG = longThread(0);

    private BenchmarkScene() {}

    /** The thread with a number from 1 to {@link #THREADS}; the last one had the last activity. */
    static UUID thread(int number) {
        return thread(0, number);
    }

    /** A thread of {@link Fill.Threads}, by its number from 1. */
    static UUID thread(int series, int number) {
        return uuid(THREAD + series, number);
    }

    /** The thread of a {@link Fill.LongThread}. */
    static UUID longThread(int series) {
        return uuid(LONG_THREAD + series, 0);
    }

    /** The thread that a turn works on. */
    static UUID threadOf(int turn) {
        return thread(1 + turn % THREADS);
    }

    /** The id of a message of the long thread. */
    static UUID longMessage(int seq) {
        return uuid(LONG_MESSAGE, seq);
    }

    /** The seq of the long thread that a turn works on: each turn another one. */
    static int longSeq(int turn) {
        return 1 + turn;
    }

    /** Users of a new thread, the one who starts it first. */
    static List<String> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? STARTER : "user-" + i)
                .toList();
    }

    /** How the fourth group of an id is written. */
    static String kind(int kind, int series) {
        return String.format(Locale.ROOT, "%04x", kind + series);
    }

    /** As {@link DatabaseEngine#id} writes it: with the number in decimal digits. */
    private static UUID uuid(int kind, int number) {
        long digits = 0;
        for (int shift = 0, left = number; left > 0; left /= 10, shift += 4) {
            digits |= (long) (left % 10) << shift;
        }
        return new UUID(0x7000, (long) kind << 48 | digits);
    }
}
