/**
 * Failures of a database: what their codes mean, and how hosts learn of them. Depends on no other package of the
 * adapter.
 */
@NullMarked
package dev.postroom.messaging.jdbc.internal.failure;

import org.jspecify.annotations.NullMarked;
