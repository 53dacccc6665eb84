/** How the API is carried out on the storage port. Not exported; nothing here is promised. */
@NullMarked
package dev.postroom.messaging.internal;

import org.jspecify.annotations.NullMarked;
