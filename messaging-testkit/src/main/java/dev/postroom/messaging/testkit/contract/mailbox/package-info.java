/** Rules of mailboxes on top of a storage: arguments, access, guards, pages. */
@NullMarked
package dev.postroom.messaging.testkit.contract.mailbox;

import org.jspecify.annotations.NullMarked;
