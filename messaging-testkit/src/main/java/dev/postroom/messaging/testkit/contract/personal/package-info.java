/** Rules of the state that a member has for itself: positions, unread counts, stars. */
@NullMarked
package dev.postroom.messaging.testkit.contract.personal;

import org.jspecify.annotations.NullMarked;
