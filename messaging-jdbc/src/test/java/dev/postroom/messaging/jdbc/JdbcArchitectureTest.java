package dev.postroom.messaging.jdbc;

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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcArchitectureTest {

    private static final String CORE = "dev.postroom.messaging";
    private static final String OWN = CORE + ".jdbc";
    private static final String INTERNAL = OWN + ".internal";

    /** Every way to ask the machine for the time of day without a clock of the host. */
    private static final String SYSTEM_CLOCK = String.join(
            "|",
            "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick[A-Z]).*",
            "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
            "java\\.util\\.Date\\.<init>\\(\\)");

    private static JavaClasses jdbc;

    @BeforeAll
    static void readTheMainClasses() {
        jdbc = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OWN);
    }

    @Test
    void storageKnowsCoreOnlyThroughItsValuesEventsAndPorts() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(CORE + "..")
                        .and(not(
                                resideInAnyPackage(OWN + "..", CORE + ".model..", CORE + ".event..", CORE + ".spi.."))))
                .check(jdbc);
    }

    @Test
    void nothingReadsTheSystemClock() {
        noClasses().should().accessTargetWhere(readTheSystemClock()).check(jdbc);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching(OWN + ".(**)").should().beFreeOfCycles().check(jdbc);
        noClasses()
                .that()
                .resideInAPackage(INTERNAL + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OWN)
                .check(jdbc);
    }

    @Test
    void aPackageUsesOnlyPackagesBelowItInTheMap() throws IOException {
        String map = Files.readString(Path.of("../docs/architecture.md"));
        List<String> layers = Pattern.compile("(?m)^\\| `jdbc\\.internal\\.(\\w+)`")
                .matcher(map)
                .results()
                .map(found -> INTERNAL + "." + found.group(1))
                .toList();
        assertThat(layers).hasSize(15);
        for (int layer = 1; layer < layers.size(); layer++) {
            noClasses()
                    .that()
                    .resideInAPackage(layers.get(layer))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(layers.subList(0, layer).toArray(String[]::new)))
                    .check(jdbc);
        }
    }

    @Test
    void thePortsDoNotSeeJdbi() {
        noClasses()
                .that(resideInAnyPackage(
                        Stream.of("message", "thread", "personal", "box", "inspection", "plan", "fragment")
                                .map(name -> INTERNAL + "." + name)
                                .toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(jdbc);
    }

    @Test
    void noClassesOfTheSqlLayerDependOnEachOtherInACircle() {
        slices().assignedFrom(ClassOfTheSqlLayer.ONE).should().beFreeOfCycles().check(jdbc);
    }

    @Test
    void noPackageHasMoreThanFifteenClasses() {
        Map<String, Long> sizes = jdbc.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes)
                .hasSizeGreaterThan(10)
                .allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(15));
    }

    @Test
    void theMapOfTheArchitectureHasEachPackage() throws IOException {
        String map = Files.readString(Path.of("../docs/architecture.md"));
        List<String> packages = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CORE).stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .toList();
        assertThat(packages)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(map)
                        .contains("`"
                                + name.substring(CORE.lastIndexOf('.') + 1)
                                        .replaceFirst("^messaging\\.(?=jdbc|testkit)", "")
                                + "`"));
    }

    /** A name means one thing, in whatever module it is read. Nested classes are read with the name of the outer one. */
    @Test
    void noTwoClassesHaveTheSameSimpleName() {
        Map<String, List<String>> named = new ClassFileImporter()
                .importPackages(CORE).stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named)
                .hasSizeGreaterThan(400)
                .allSatisfy((name, classes) -> assertThat(classes).hasSize(1));
    }

    private static DescribedPredicate<JavaAccess<?>> readTheSystemClock() {
        return describe(
                "it reads the system clock",
                access -> access.getTarget().getFullName().matches(SYSTEM_CLOCK));
    }

    /** Each class with its nested ones is a slice of its own. */
    private enum ClassOfTheSqlLayer implements SliceAssignment {
        ONE;

        private static final Set<String> PACKAGES =
                Set.of("failure", "value", "plan", "rules", "dialect", "session", "fragment");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String in = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            return PACKAGES.contains(in)
                    ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "classes of the SQL layer";
        }
    }
}
