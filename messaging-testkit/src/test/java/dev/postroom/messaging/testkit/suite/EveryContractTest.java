package dev.postroom.messaging.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the suites list every contract class, and that {@link StorageSuite} lists every suite. */
class EveryContractTest {

    private static final String CONTRACTS = "dev.postroom.messaging.testkit.contract";
    private static final String SUITES = "dev.postroom.messaging.testkit.suite";

    private final JavaClasses classes = new ClassFileImporter().importPackages(CONTRACTS, SUITES);
    private final List<JavaClass> nested = classes.stream()
            .filter(type -> type.getPackageName().equals(SUITES))
            .filter(type -> type.isAnnotatedWith(Nested.class))
            .toList();

    @Test
    void everyContractIsInASuite() {
        Set<String> contracts = classes.stream()
                .filter(EveryContractTest::isInAContractPackage)
                .filter(type -> type.getSimpleName().endsWith("Contract"))
                .filter(type -> type.getSubclasses().stream().noneMatch(EveryContractTest::isInAContractPackage))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(contracts).hasSizeGreaterThan(50).isSubsetOf(extended());
    }

    @Test
    void everySuiteIsInTheWhole() {
        Set<String> suites = classes.stream()
                .filter(type -> type.getPackageName().equals(SUITES))
                .filter(type -> type.getSimpleName().endsWith("Suite"))
                .map(JavaClass::getName)
                .filter(name -> !name.equals(StorageSuite.class.getName()))
                .collect(Collectors.toSet());
        assertThat(suites).hasSize(4).isSubsetOf(extended());
    }

    @Test
    void everyContractIsSelectedByItsName() {
        assertThat(nested.stream().filter(type -> isInAContractPackage(superclass(type))))
                .hasSizeGreaterThan(50)
                .allMatch(type -> type.getAnnotationOfType(Tag.class)
                        .value()
                        .equals(superclass(type).getSimpleName()));
    }

    private Set<String> extended() {
        return nested.stream().map(type -> superclass(type).getName()).collect(Collectors.toSet());
    }

    private static boolean isInAContractPackage(JavaClass type) {
        String in = type.getPackageName();
        return in.equals(CONTRACTS) || in.startsWith(CONTRACTS + ".");
    }

    private static JavaClass superclass(JavaClass type) {
        return type.getRawSuperclass().orElseThrow();
    }
}
