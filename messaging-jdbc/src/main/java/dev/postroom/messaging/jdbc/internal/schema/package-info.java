/** Makes and checks the tables. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.schema;

import org.jspecify.annotations.NullMarked;
