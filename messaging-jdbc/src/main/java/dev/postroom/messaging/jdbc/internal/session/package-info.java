/** Runs the statements of one operation on its connection. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.session;

import org.jspecify.annotations.NullMarked;
