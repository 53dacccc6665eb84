/** Rules of threads: creation, members, tenants, the log, host transactions. */
@NullMarked
package dev.postroom.messaging.testkit.contract.thread;

import org.jspecify.annotations.NullMarked;
