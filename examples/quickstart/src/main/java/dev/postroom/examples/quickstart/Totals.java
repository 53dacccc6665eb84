package dev.postroom.examples.quickstart;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What became of all conversations.
 *
 * @param threads how many have a thread
 * @param sent how many messages were sent now
 * @param repeated how many had been sent by an earlier run
 * @param refused how many the library refused
 * @param stars how many stars were set now
 * @param reads how often a thread was marked read at the end that had not been before
 */
record Totals(int threads, int sent, int repeated, int refused, int stars, int reads) {

    static Totals of(List<Replayed> all) {
        return new Totals(
                sum(all, replayed -> replayed.thread().isPresent() ? 1 : 0),
                sum(all, Replayed::sent),
                sum(all, Replayed::repeated),
                sum(all, replayed -> replayed.refused().size()),
                sum(all, Replayed::stars),
                sum(all, Replayed::reads));
    }

    private static int sum(List<Replayed> all, ToIntFunction<Replayed> number) {
        return all.stream().mapToInt(number).sum();
    }

    /** Answers how many messages must be in the database. */
    int accepted() {
        return sent + repeated;
    }

    /** Answers whether this run changed nothing. */
    boolean nothingAdded() {
        return sent == 0 && stars == 0 && reads == 0;
    }
}
