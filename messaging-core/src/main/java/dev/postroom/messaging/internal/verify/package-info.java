/** Checks a whole storage against the invariants that each thread, member and log must satisfy. Not exported. */
@NullMarked
package dev.postroom.messaging.internal.verify;

import org.jspecify.annotations.NullMarked;
