/** What the in-memory storage keeps: tenants, threads, members, messages and keys. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.state;

import org.jspecify.annotations.NullMarked;
