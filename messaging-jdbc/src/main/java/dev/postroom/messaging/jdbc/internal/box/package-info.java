/** The port of boxes: inbox pages, summaries and totals. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.box;

import org.jspecify.annotations.NullMarked;
