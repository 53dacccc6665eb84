/**
 * Suites that run the contracts, for tests of a storage to extend. {@link
 * dev.postroom.messaging.testkit.suite.StorageSuite} runs all of them.
 */
@NullMarked
package dev.postroom.messaging.testkit.suite;

import org.jspecify.annotations.NullMarked;
