/**
 * A {@link dev.postroom.messaging.spi.Storage} on SQL databases: {@link dev.postroom.messaging.jdbc.JdbcStorage} opens
 * it, embedded or on a {@link javax.sql.DataSource}.
 */
@NullMarked
package dev.postroom.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
