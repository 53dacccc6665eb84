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
        return new Budget(1, 1, 1, 1, 1, 9);
    }

    @Override
    JdbcStorage open(Trips on) {
        String prefix = TestServer.MARIADB.takePrefix();
        return JdbcStorage.open(
                on.source(), JdbcOptions.defaults().tablePrefix(prefix).migrate());
    }
}
