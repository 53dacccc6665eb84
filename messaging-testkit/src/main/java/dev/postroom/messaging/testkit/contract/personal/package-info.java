/** Contract tests of the state that each member has for itself: positions, unread counts, receipts and stars. */
@NullMarked
package dev.postroom.messaging.testkit.contract.personal;

import org.jspecify.annotations.NullMarked;
