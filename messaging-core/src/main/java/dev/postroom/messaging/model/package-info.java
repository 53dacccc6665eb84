/**
 * The values of the domain (identifiers, threads, messages, members, pages) and the exceptions. All are immutable and
 * safe to share between Java threads.
 */
@NullMarked
package dev.postroom.messaging.model;

import org.jspecify.annotations.NullMarked;
