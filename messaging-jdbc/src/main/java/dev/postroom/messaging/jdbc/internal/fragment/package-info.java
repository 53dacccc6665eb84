/** Parts of SQL that the statements of several ports share. */
@NullMarked
package dev.postroom.messaging.jdbc.internal.fragment;

import org.jspecify.annotations.NullMarked;
