/** Differences between the transactions of databases: how they are begun, limited and ended. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.rules;

import org.jspecify.annotations.NullMarked;
