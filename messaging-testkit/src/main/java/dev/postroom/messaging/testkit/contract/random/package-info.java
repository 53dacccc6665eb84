/** Contract tests that compare random sequences of operations with the in-memory storage. */
@NullMarked
package dev.postroom.messaging.testkit.contract.random;

import org.jspecify.annotations.NullMarked;
