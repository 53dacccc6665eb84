package dev.postroom.messaging.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestKitArchitectureTest {

    private static final String CORE = "dev.postroom.messaging";
    private static final String OWN = CORE + ".testkit";

    /** Every way to read the system time without a clock of the host. */
    private static final String SYSTEM_CLOCK = String.join(
            "|",
            "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick[A-Z]).*",
            "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
            "java\\.util\\.Date\\.<init>\\(\\)");

    private static JavaClasses testkit;

    @BeforeAll
    static void readTheMainClasses() {
        testkit = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OWN);
    }

    @Test
    void onlyTheSuitesUseTheApiOfHosts() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OWN + ".contract..")
                .should()
                .dependOnClassesThat(resideInAPackage(CORE + "..")
                        .and(not(
                                resideInAnyPackage(OWN + "..", CORE + ".model..", CORE + ".event..", CORE + ".spi.."))))
                .check(testkit);
    }

    @Test
    void nothingUsesTheInternalTypesOfCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + ".internal..")
                .check(testkit);
    }

    @Test
    void nothingReadsTheSystemClock() {
        noClasses().should().accessTargetWhere(readTheSystemClock()).check(testkit);
    }

    /** Tests that packages form no cycle. The pattern begins above the root package, so that this one is a slice as well. */
    @Test
    void noPackagesDependOnEachOtherInACycle() {
        slices().matching(CORE + ".(**)").should().beFreeOfCycles().check(testkit);
    }

    @Test
    void noPackageHasMoreThanFifteenClasses() {
        Map<String, Long> sizes = testkit.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .hasSizeGreaterThan(10)
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(15));
    }

    private static DescribedPredicate<JavaAccess<?>> readTheSystemClock() {
        return describe(
                "it reads the system clock",
                access -> access.getTarget().getFullName().matches(SYSTEM_CLOCK));
    }
}
