/**
 * What hosts call: {@link dev.postroom.messaging.Messaging} is the entry, {@link dev.postroom.messaging.Mailbox} is all
 * that one party may see and do.
 */
@NullMarked
package dev.postroom.messaging;

import org.jspecify.annotations.NullMarked;
