/** Rules of operations that meet an open transaction. */
@NullMarked
package dev.postroom.messaging.testkit.contract.interleaving;

import org.jspecify.annotations.NullMarked;
