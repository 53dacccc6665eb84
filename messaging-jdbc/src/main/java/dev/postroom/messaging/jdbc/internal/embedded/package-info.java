/** An H2 database in a file that is open in this process alone. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.embedded;

import org.jspecify.annotations.NullMarked;
