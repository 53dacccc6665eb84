/**
 * The ports. A host implements {@link dev.postroom.messaging.spi.Directory} and {@link
 * dev.postroom.messaging.spi.AccessPolicy}, a storage adapter implements {@link dev.postroom.messaging.spi.Storage}.
 */
@NullMarked
package dev.postroom.messaging.spi;

import org.jspecify.annotations.NullMarked;
