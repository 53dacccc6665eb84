/**
 * Writes, defined once for all databases: a plan has the rows to lock, the values computed from them, and the steps.
 */
@NullMarked
package dev.postroom.messaging.jdbc.internal.plan;

import org.jspecify.annotations.NullMarked;
