/** Random sequences of operations, compared with an independent model. */
@NullMarked
package dev.postroom.messaging.testkit.contract.walk;

import org.jspecify.annotations.NullMarked;
