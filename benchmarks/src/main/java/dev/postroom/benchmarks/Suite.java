package dev.postroom.benchmarks;

import java.util.List;

/** A part of the benchmarks. */
interface Suite {

    /** As it is named on the command line. */
    String name();

    /** Runs and answers its part of the page, in Markdown, beginning with a heading of the second level. */
    String run(List<DatabaseEngine> engines, Effort effort) throws Exception;
}
