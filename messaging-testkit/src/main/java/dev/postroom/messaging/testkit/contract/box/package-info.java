/** Contract tests of boxes: the threads in each box, their order and their pages. */
@NullMarked
package dev.postroom.messaging.testkit.contract.box;

import org.jspecify.annotations.NullMarked;
