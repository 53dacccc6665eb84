/** Rules that the ports of the in-memory storage share: visibility, boxes, guards. */
@NullMarked
package dev.postroom.messaging.testkit.inmemory.internal.rules;

import org.jspecify.annotations.NullMarked;
