/** Contract tests that start an operation while a transaction with another operation is open. */
@NullMarked
package dev.postroom.messaging.testkit.contract.interleaving;

import org.jspecify.annotations.NullMarked;
