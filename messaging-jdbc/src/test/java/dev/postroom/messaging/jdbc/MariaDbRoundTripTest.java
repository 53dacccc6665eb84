package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** How many round trips operations take on MariaDB, counted on the wire. */
@Tag("slow")
class MariaDbRoundTripTest extends RoundTripSuites {

    @Override
    Trips trips() {
        return ServerTrips.to(TestServer.MARIADB);
    }

    @Override
    Budget budget() {
        return new Budget(1, 1, 2, 1, 1, 1, 15);
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults().tablePrefix(TestServer.MARIADB.takePrefix());
    }
}
