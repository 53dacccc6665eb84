package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many rows PostgreSQL reads. */
class PostgresPlanTest extends PlanSuites {

    private final String prefix = TestServer.POSTGRESQL.takePrefix();

    private final RowsRead rows = ServerRowsRead.postgresql(TestServer.POSTGRESQL.pool());

    @Override
    RowsRead open() {
        return rows;
    }

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    String range(int from, int to) {
        return "generate_series(" + from + ", " + to + ") as r(x)";
    }

    @Override
    String randomId() {
        return "gen_random_uuid()";
    }

    @Override
    List<String> analyze() {
        return List.of("vacuum analyze");
    }

    /**
     * What is prepared is planned five times with the values given; then one plan is kept for all values, unless PostgreSQL
     * finds that dearer. Planning takes longer than most of our statements.
     */
    @Test
    void nothingIsPlannedAnewEachTime() throws SQLException {
        assertThat(PreparedPlans.plannedAnew(prefix)).isEmpty();
    }

    /** A thread that grew since the server last counted is taken for as short as all were then. */
    @Test
    void aPageOfAThreadThatGrewReadsNoMoreThanThePage() {
        String message = prefix + "message";
        setDistinctThreads(message, "-1");
        try {
            assertPagesOfTheLongThreadReadNoMoreThanThemselves();
        } finally {
            setDistinctThreads(message, "-0.001");
        }
    }

    private void setDistinctThreads(String message, String value) {
        Tables.execute(
                rows.source(),
                List.of(
                        "alter table " + message + " alter column thread_id set (n_distinct = " + value + ")",
                        "analyze " + message,
                        "discard plans"));
    }

    /** Or a plan that is kept for all would read a long thread for the last message of somebody who wrote none. */
    @Test
    void threadsAreTakenForLongAndAuthorsForManyWhateverTheyAre() throws SQLException {
        try (Connection connection = rows.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select s.attname, s.n_distinct from pg_stats s"
                        + " where s.schemaname = current_schema() and s.attname in ('thread_id', 'author')"
                        + " and s.tablename = '" + prefix + "message' order by s.attname")) {
            row.next();
            assertThat(row.getFloat(2)).as(row.getString(1)).isEqualTo(-0.01f);
            row.next();
            assertThat(row.getFloat(2)).as(row.getString(1)).isEqualTo(-0.001f);
        }
    }
}
