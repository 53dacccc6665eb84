/**
 * Implements mailboxes: turns each call of the API into calls of the storage, the directory and the policy. Not
 * exported.
 */
@NullMarked
package dev.postroom.messaging.internal.mailbox;

import org.jspecify.annotations.NullMarked;
