/** Differences between the texts of databases: tables of lists, and the rendering of plans into SQL. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.dialect;

import org.jspecify.annotations.NullMarked;
