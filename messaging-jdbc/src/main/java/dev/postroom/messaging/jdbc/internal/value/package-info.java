/** Values on their way to and from the database: parameters, rows, and the codes of constants that are stored. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.value;

import org.jspecify.annotations.NullMarked;
