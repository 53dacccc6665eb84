/** The rules of visibility, boxes, guards and new messages of the in-memory storage. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.rules;

import org.jspecify.annotations.NullMarked;
