/** The implementations of the storage ports on the data and the rules of the in-memory storage. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.port;

import org.jspecify.annotations.NullMarked;
