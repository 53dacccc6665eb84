/** The port of inspection: everything as it is stored, and checks of it. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.inspection;

import org.jspecify.annotations.NullMarked;
