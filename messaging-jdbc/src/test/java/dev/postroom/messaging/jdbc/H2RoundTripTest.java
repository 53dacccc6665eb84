package dev.postroom.messaging.jdbc;

/** How many round trips operations take on H2, where each statement is one, but in the same process. */
class H2RoundTripTest extends RoundTripSuites {

    @Override
    Trips trips() {
        return new RoundTrips(H2Fixture.pool());
    }

    @Override
    Budget budget() {
        return new Budget(6, 7, 7, 8, 5, 6, 3);
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.defaults();
    }
}
