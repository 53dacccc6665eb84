/** The data that the in-memory storage keeps, and the lock that protects it. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.state;

import org.jspecify.annotations.NullMarked;
