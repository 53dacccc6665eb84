package dev.postroom.messaging;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.postroom.messaging.internal.mailbox.DefaultMessaging;
import dev.postroom.messaging.internal.mailbox.Settings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final String API = "dev.postroom.messaging";
    private static final String PACKAGE_BELOW_ROOT = "dev.postroom.(**)";
    private static final String SPI = API + ".spi..";
    private static final String INTERNAL = API + ".internal..";

    /** The methods that read the time of the machine without the clock of the host. */
    private static final String SYSTEM_CLOCK = String.join(
            "|",
            "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick[A-Z]).*",
            "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
            "java\\.util\\.Date\\.<init>\\(\\)");

    private static JavaClasses core;

    @BeforeAll
    static void readTheMainClasses() {
        core = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(API);
    }

    @Test
    void coreNeedsNothingButTheJdkTheLogApiAndTheNullnessAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(API + "..", "java..", "org.slf4j..", "org.jspecify..")
                .check(core);
    }

    @Test
    void onlyTheApiUsesInternalTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(API, INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL)
                .check(core);
    }

    /** The builder is the one class of the API that creates internal objects, which implement the API. */
    @Test
    void noPackagesDependOnEachOtherInACycle() {
        slices().matching(PACKAGE_BELOW_ROOT)
                .should()
                .beFreeOfCycles()
                .ignoreDependency(MessagingBuilder.class, DefaultMessaging.class)
                .ignoreDependency(MessagingBuilder.class, Settings.class)
                .check(core);
    }

    @Test
    void anInternalPackageHasAtMostTwentyClasses() {
        Set<JavaPackage> packages = core.getPackage(API + ".internal").getSubpackagesInTree();
        assertThat(packages)
                .hasSize(3)
                .allSatisfy(one ->
                        assertThat(topLevelClasses(one)).as(one.getName()).hasSizeBetween(1, 20));
    }

    private static List<JavaClass> topLevelClasses(JavaPackage one) {
        return one.getClasses().stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
    }

    @Test
    void theModelKnowsNeitherTheApiNorThePortsNorTheInternals() {
        noClasses()
                .that()
                .resideInAPackage(API + ".model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(API, SPI, INTERNAL)
                .check(core);
    }

    @Test
    void onlyTheBuilderReadsTheSystemClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(API + ".MessagingBuilder")
                .should()
                .accessTargetWhere(readTheSystemClock())
                .check(core);
    }

    private static DescribedPredicate<JavaAccess<?>> readTheSystemClock() {
        return describe(
                "it reads the system clock",
                access -> access.getTarget().getFullName().matches(SYSTEM_CLOCK));
    }
}
