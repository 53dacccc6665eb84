/**
 * The base classes of the contract: abstract JUnit classes that test what every implementation of {@link
 * dev.postroom.messaging.spi.Storage} must do. The contracts themselves are in the sub-packages, one for each topic. An
 * adapter writes one {@link dev.postroom.messaging.testkit.StorageFixture} and extends {@link
 * dev.postroom.messaging.testkit.suite.StorageSuite}, which runs all of them.
 *
 * <p>No contract skips a test, and no setting makes it skip one. After each test the whole storage is checked against
 * the published invariants, so a contract may fail on a number that its test does not mention.
 *
 * <p>A minor release may add contracts and tests, and may tighten assertions that follow from the port's documentation.
 * A patch release may only loosen an assertion that was wrong. Neither changes the fixture's interface in an
 * incompatible way. The base classes and helpers here serve the contracts of this kit and may change in every release.
 */
@NullMarked
package dev.postroom.messaging.testkit.contract;

import org.jspecify.annotations.NullMarked;
