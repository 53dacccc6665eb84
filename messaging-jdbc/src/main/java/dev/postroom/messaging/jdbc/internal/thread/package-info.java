/** The port of threads: create, change, and their members. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.thread;

import org.jspecify.annotations.NullMarked;
