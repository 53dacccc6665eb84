package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How many round trips operations take on PostgreSQL, counted on the wire. */
@Tag("slow")
class PostgresRoundTripTest extends RoundTripSuites {

    @Override
    Trips trips() {
        return ServerTrips.to(TestServer.POSTGRESQL);
    }

    @Override
    Budget budget() {
        return new Budget(1, 1, 1, 1, 1, 3);
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(TestServer.POSTGRESQL.takePrefix());
    }
}
