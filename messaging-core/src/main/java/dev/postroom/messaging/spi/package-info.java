/**
 * The ports: what a host answers ({@link dev.postroom.messaging.spi.Directory}, {@link
 * dev.postroom.messaging.spi.AccessPolicy}) and what a storage adapter implements ({@link
 * dev.postroom.messaging.spi.Storage}).
 */
@NullMarked
package dev.postroom.messaging.spi;

import org.jspecify.annotations.NullMarked;
