/** Rules of many operations at once, and a random stress. */
@NullMarked
package dev.postroom.messaging.testkit.contract.race;

import org.jspecify.annotations.NullMarked;
