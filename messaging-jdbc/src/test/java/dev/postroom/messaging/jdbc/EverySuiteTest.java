package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A suite that nobody extends proves nothing. */
class EverySuiteTest {

    private static final String SUITES = "dev.postroom.messaging.testkit.contract";
    private static final String HERE = "dev.postroom.messaging.jdbc";

    @Test
    void everySuiteOfTheKitIsExtended() {
        JavaClasses classes = new ClassFileImporter().importPackages(SUITES, HERE);
        Set<String> extended = classes.stream()
                .filter(type ->
                        type.getPackageName().equals(HERE) && type.getName().contains("Suites"))
                .flatMap(type -> type.getRawSuperclass().stream())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        Set<String> suites = classes.stream()
                .filter(type -> type.getPackageName().equals(SUITES))
                .filter(type -> type.getSimpleName().endsWith("Contract"))
                .filter(type -> type.getSubclasses().stream()
                        .noneMatch(below -> below.getPackageName().equals(SUITES)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(suites).hasSizeGreaterThan(30).isSubsetOf(extended);
    }
}
