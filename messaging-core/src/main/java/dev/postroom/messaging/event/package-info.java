/** What happened: the rows of the change log. */
@NullMarked
package dev.postroom.messaging.event;

import org.jspecify.annotations.NullMarked;
