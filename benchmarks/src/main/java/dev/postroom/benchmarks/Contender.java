package dev.postroom.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One way of doing the jobs, on tables of its own that hold the {@link BenchmarkScene}. Turns of a job are numbered from 0 without
 * gaps up to {@link BenchmarkScene#LONG_MESSAGES}; the number picks what is worked on.
 */
interface Contender extends AutoCloseable {

    String name();

    /** Does a job, as a transaction of its own. */
    void own(Job job, int turn) throws SQLException;

    /** Does a job inside of a transaction that somebody else has begun and will commit. */
    void joined(Connection transaction, Job job, int turn) throws SQLException;

    /** Undoes what a job did in the long thread, so that its turns begin again with 0. */
    void rewind(Job job) throws SQLException;

    @Override
    void close();
}
