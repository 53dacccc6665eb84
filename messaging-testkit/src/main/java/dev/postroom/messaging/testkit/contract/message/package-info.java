/** Contract tests of messages: appending, client keys, ranges, reading, previews and removal. */
@NullMarked
package dev.postroom.messaging.testkit.contract.message;

import org.jspecify.annotations.NullMarked;
