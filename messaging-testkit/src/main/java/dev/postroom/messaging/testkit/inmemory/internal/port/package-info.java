/** The ports of the in-memory storage. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.port;

import org.jspecify.annotations.NullMarked;
