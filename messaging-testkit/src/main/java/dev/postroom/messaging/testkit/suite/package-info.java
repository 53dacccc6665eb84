/**
 * All contract classes in a few entries, for tests of a storage to extend. {@link
 * dev.postroom.messaging.testkit.suite.StorageSuite} holds everything.
 */
@NullMarked
package dev.postroom.messaging.testkit.suite;

import org.jspecify.annotations.NullMarked;
