package dev.postroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every suite runs to its end and fills its tables; what stands in them means nothing here. */
@Tag("slow")
class SuitesTest {

    static List<Suite> suites() {
        return Benchmarks.SUITES;
    }

    @ParameterizedTest
    @MethodSource("suites")
    void aSuiteRunsToItsEnd(Suite suite) throws Exception {
        String page = suite.run(List.of(DatabaseEngine.H2), Effort.QUICK);
        assertThat(page).startsWith("## ").contains("| --- | ---: |");
        assertThat(page.lines().filter(line -> line.startsWith("| "))).hasSizeGreaterThan(3);
    }
}
