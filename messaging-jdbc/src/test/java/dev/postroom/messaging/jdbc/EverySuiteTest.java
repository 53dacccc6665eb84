package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.postroom.messaging.testkit.suite.StorageSuite;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each suite of the test kit runs on each database; {@link StorageSuite} lists them. */
class EverySuiteTest {

    private final JavaClasses classes = new ClassFileImporter().importPackagesOf(StorageSuite.class, getClass());

    @ParameterizedTest
    @ValueSource(strings = {"H2", "Postgres", "MariaDb"})
    void isExtended(String database) {
        Stream<JavaClass> suites = classes.stream()
                .filter(type -> type.getPackageName().equals(StorageSuite.class.getPackageName()))
                .filter(type -> type.getSimpleName().endsWith("Suite"))
                .filter(type -> !type.isEquivalentTo(StorageSuite.class));
        assertThat(suites)
                .hasSize(4)
                .allMatch(suite -> suite.getSubclasses().stream()
                        .anyMatch(type -> type.getSimpleName().startsWith(database)));
    }
}
