/** What Postroom costs, as ratios within one run. */
@NullMarked
package dev.postroom.benchmarks;

import org.jspecify.annotations.NullMarked;
