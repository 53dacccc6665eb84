package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.InvalidException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be an option is refused by its name when it is set. */
class JdbcOptionsTest {

    private static Arguments refused(String field, UnaryOperator<JdbcOptions> change) {
        return Arguments.of(field, change);
    }

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                refused("tablePrefix", options -> options.tablePrefix("")),
                refused("tablePrefix", options -> options.tablePrefix("Upper_")),
                refused("tablePrefix", options -> options.tablePrefix("1_")),
                refused("tablePrefix", options -> options.tablePrefix("a-b")),
                refused("tablePrefix", options -> options.tablePrefix("a".repeat(31))),
                refused("tablePrefix", options -> options.tablePrefix(null)),
                refused("schema", options -> options.schema("")),
                refused("schema", options -> options.schema("a b")),
                refused("schema", options -> options.schema(null)),
                refused("schemaMode", options -> options.schemaMode(null)),
                refused("database", options -> options.database(null)),
                refused("timeout", options -> options.timeout(Duration.ofMillis(999))),
                refused("timeout", options -> options.timeout(Duration.ofDays(1).plusNanos(1))),
                refused("timeout", options -> options.timeout(Duration.ofSeconds(Long.MAX_VALUE))),
                refused("timeout", options -> options.timeout(Duration.ofSeconds(Long.MIN_VALUE))),
                refused("timeout", options -> options.timeout(null)),
                refused("fanOutLimit", options -> options.fanOutLimit(0)),
                refused("keptStatements", options -> options.keptStatements(-1)));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void whatCannotBeIsRefused(String field, UnaryOperator<JdbcOptions> change) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> change.apply(JdbcOptions.defaults()))
                .matches(refused -> refused.field().equals(field), "names " + field);
    }

    @Test
    void whatCanBeIsKept() {
        JdbcOptions options = JdbcOptions.defaults()
                .timeout(Duration.ofDays(1))
                .fanOutLimit(1)
                .keptStatements(0)
                .distributed()
                .tablePrefix("a");
        assertThat(options.timeout()).isEqualTo(Duration.ofDays(1));
        assertThat(options.fanOutLimit()).isOne();
        assertThat(options.keptStatements()).isZero();
        assertThat(options.isDistributed()).isTrue();
        assertThat(JdbcOptions.defaults().isDistributed()).isFalse();
        assertThat(options.tablePrefix()).isEqualTo("a");
        assertThat(JdbcOptions.defaults().timeout(Duration.ofSeconds(1)).timeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aChangeLeavesWhatItWasMadeFrom() {
        JdbcOptions options = JdbcOptions.defaults();
        assertThat(options.fanOutLimit(7).fanOutLimit()).isEqualTo(7);
        assertThat(options.fanOutLimit()).isEqualTo(20);
    }
}
