package dev.postroom.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One way of doing the jobs, on tables of its own that hold the {@link Scene}. Each turn has a number of its own, from 0
 * without gaps, by which it picks what it works on.
 */
interface Contender extends AutoCloseable {

    String name();

    /** Does a job, as a transaction of its own. */
    void own(Job job, int turn) throws SQLException;

    /** Does a job inside of a transaction that somebody else has begun and will commit. */
    void joined(Connection transaction, Job job, int turn) throws SQLException;

    @Override
    void close();
}
