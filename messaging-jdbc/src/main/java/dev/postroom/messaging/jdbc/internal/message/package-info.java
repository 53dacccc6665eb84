/** The port of messages: send, read, hide and delete. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.message;

import org.jspecify.annotations.NullMarked;
