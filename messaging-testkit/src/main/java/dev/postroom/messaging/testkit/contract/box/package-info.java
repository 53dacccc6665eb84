/** Rules of boxes: which threads they have, in which order and pages. */
@NullMarked
package dev.postroom.messaging.testkit.contract.box;

import org.jspecify.annotations.NullMarked;
