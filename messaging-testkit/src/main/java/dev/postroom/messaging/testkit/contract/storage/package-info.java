/**
 * Contract tests of the storage as a whole: tenants, identity, time, the order of guards, the log, inspection and
 * transactions of the host.
 */
@NullMarked
package dev.postroom.messaging.testkit.contract.storage;

import org.jspecify.annotations.NullMarked;
