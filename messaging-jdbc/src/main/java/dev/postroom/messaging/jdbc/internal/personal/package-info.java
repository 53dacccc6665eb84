/** The ports of positions and stars: the state that a member has for itself. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.personal;

import org.jspecify.annotations.NullMarked;
