/** Rules of messages: send, client keys, order, reading, removal. */
@NullMarked
package dev.postroom.messaging.testkit.contract.message;

import org.jspecify.annotations.NullMarked;
