/**
 * For tests: an in-memory storage, a settable clock, a directory of made-up people, and the contract suites that tell
 * whether a storage adapter is right.
 */
@NullMarked
package dev.postroom.messaging.testkit;

import org.jspecify.annotations.NullMarked;
