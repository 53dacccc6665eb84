/** Contract tests of threads: creation, closing, membership and lists of members. */
@NullMarked
package dev.postroom.messaging.testkit.contract.thread;

import org.jspecify.annotations.NullMarked;
