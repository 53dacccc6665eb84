/**
 * The API for hosts. {@link dev.postroom.messaging.Messaging} is the entry point, and {@link
 * dev.postroom.messaging.Mailbox} has everything that one party may see and do.
 */
@NullMarked
package dev.postroom.messaging;

import org.jspecify.annotations.NullMarked;
