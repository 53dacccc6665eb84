/** Contract tests of the public API on top of a storage. */
@NullMarked
package dev.postroom.messaging.testkit.contract.mailbox;

import org.jspecify.annotations.NullMarked;
