package dev.postroom.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Runs several ways of doing the same thing in turns, so that whatever else the machine does meets all of them alike: in
 * each round each of them once, beginning with another one each time, and every other round the other way round. What is told of a round is how they compare in it.
 */
final class Contest {

    private final int rounds;
    private final long roundNanos;
    private final long warmUpNanos;

    Contest(int rounds, long roundNanos, long warmUpNanos) {
        this.rounds = rounds;
        this.roundNanos = roundNanos;
        this.warmUpNanos = warmUpNanos;
    }

    /** One operation; its number counts up from 0. */
    @FunctionalInterface
    interface Operation {

        void run(int turn) throws SQLException;

        /** Makes ready what the turn works on; its time is not counted. */
        default void prepare(int turn) throws SQLException {}
    }

    /** Times operations that should do the same; the first one is what the others are compared with. */
    Outcome run(List<Operation> operations) throws SQLException {
        int[] turns = new int[operations.size()];
        int[] each = new int[operations.size()];
        for (int i = 0; i < operations.size(); i++) {
            each[i] = warmUp(operations.get(i), turns, i);
        }
        double[][] micros = new double[operations.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < operations.size(); k++) {
                int i = Math.floorMod(round % 2 == 0 ? round + k : round - k, operations.size());
                micros[i][round] = time(operations.get(i), turns, i, each[i]);
            }
        }
        return new Outcome(micros);
    }

    /** Answers how many operations make a round. */
    private int warmUp(Operation operation, int[] turns, int i) throws SQLException {
        long start = System.nanoTime();
        double micros = time(operation, turns, i, 1);
        while (System.nanoTime() - start < warmUpNanos) {
            micros = time(operation, turns, i, each(micros, warmUpNanos / 10));
        }
        return each(micros, roundNanos);
    }

    private static int each(double micros, long nanos) {
        return (int) Math.max(1, Math.min(1_000_000, nanos / 1_000.0 / micros));
    }

    /** Microseconds for each of so many operations. */
    private static double time(Operation operation, int[] turns, int i, int count) throws SQLException {
        long nanos = 0;
        for (int done = 0; done < count; done++) {
            int turn = turns[i]++;
            operation.prepare(turn);
            long start = System.nanoTime();
            operation.run(turn);
            nanos += System.nanoTime() - start;
        }
        return nanos / 1_000.0 / count;
    }

    /** How long each took for an operation in each round, in microseconds. */
    static final class Outcome {

        private final double[][] micros;

        Outcome(double[][] micros) {
            this.micros = micros;
        }

        /** How many there were. */
        int size() {
            return micros.length;
        }

        double median(int i) {
            return medianOf(micros[i]);
        }

        /** How many times as long the one took as the other: the median of the rounds. */
        double ratio(int i, int other) {
            return medianOf(ratios(i, other));
        }

        /** The same with what half of the rounds lie between. */
        String ratioText(int i, int other) {
            double[] ratios = ratios(i, other);
            Arrays.sort(ratios);
            return "%.2f (%.2f to %.2f)"
                    .formatted(medianOf(ratios), ratios[ratios.length / 4], ratios[ratios.length * 3 / 4]);
        }

        private double[] ratios(int i, int other) {
            double[] ratios = new double[micros[i].length];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = micros[i][round] / micros[other][round];
            }
            return ratios;
        }

        static double medianOf(double[] values) {
            List<Double> sorted = new ArrayList<>();
            for (double value : values) {
                sorted.add(value);
            }
            Collections.sort(sorted);
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }
}
