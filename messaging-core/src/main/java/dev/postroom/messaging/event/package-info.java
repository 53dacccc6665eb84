/** The change log: its rows, and the kinds of change. */
@NullMarked
package dev.postroom.messaging.event;

import org.jspecify.annotations.NullMarked;
