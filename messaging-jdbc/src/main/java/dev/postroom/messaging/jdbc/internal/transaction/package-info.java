/** Decides in which transaction an operation runs: one of its own, or one of the host. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.transaction;

import org.jspecify.annotations.NullMarked;
