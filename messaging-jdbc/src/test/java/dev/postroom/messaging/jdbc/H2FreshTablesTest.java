package dev.postroom.messaging.jdbc;

/** Limits the number of rows that H2 reads while it has no statistics. */
class H2FreshTablesTest extends FreshTablesSuites {

    H2FreshTablesTest() {
        super("postroom_", "");
    }

    @Override
    RowsRead open() {
        return new H2RowsRead(H2Fixture.pool());
    }
}
