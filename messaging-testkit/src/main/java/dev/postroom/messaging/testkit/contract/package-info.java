/**
 * The contract of a storage: what every implementation of {@link dev.postroom.messaging.spi.Storage} must do, as
 * abstract JUnit classes. An adapter writes one {@link dev.postroom.messaging.testkit.StorageFixture} and extends {@link
 * dev.postroom.messaging.testkit.suite.StorageSuite}, which holds all of them.
 *
 * <p>No suite skips anything, and none can be told to. After each test the whole storage is checked against the
 * published invariants, so a suite may fail on a number that it does not mention.
 *
 * <p>A minor release may add suites and tests and tighten assertions that follow from the port's documentation; a
 * patch release may only loosen one that was wrong. The fixture's interface does not break in either.
 */
@NullMarked
package dev.postroom.messaging.testkit.contract;

import org.jspecify.annotations.NullMarked;
