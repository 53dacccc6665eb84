/** Checks the arguments, texts and page sizes that a host passes, and reads and writes its cursors. Not exported. */
@NullMarked
package dev.postroom.messaging.internal.input;

import org.jspecify.annotations.NullMarked;
