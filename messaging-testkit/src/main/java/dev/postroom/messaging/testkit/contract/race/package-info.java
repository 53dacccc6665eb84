/** Contract tests that run many operations on several Java threads at the same time, through the public API. */
@NullMarked
package dev.postroom.messaging.testkit.contract.race;

import org.jspecify.annotations.NullMarked;
