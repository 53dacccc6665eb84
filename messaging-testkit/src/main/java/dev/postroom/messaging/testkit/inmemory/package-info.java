/**
 * A storage in the memory of the Java process, for tests: it finds its answers by scanning, so that other storages can
 * be compared with it.
 */
@NullMarked
package dev.postroom.messaging.testkit.inmemory;

import org.jspecify.annotations.NullMarked;
