package dev.postroom.messaging.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No suite that is published can be told to look away. */
class PublishedKitTest {

    private static final List<String> WAYS_OUT = List.of(
            "org.junit.jupiter.api.Assumptions",
            "org.junit.jupiter.api.Disabled",
            "org.junit.jupiter.api.condition.",
            "org.assertj.core.api.Assumptions",
            "org.opentest4j.TestAbortedException");

    private final JavaClasses kit = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.postroom.messaging.testkit");

    @Test
    void noClassOfTheKitSkipsATest() {
        assertThat(kit).isNotEmpty();
        for (JavaClass type : kit) {
            assertThat(type.getDirectDependenciesFromSelf())
                    .extracting(dependency -> dependency.getTargetClass().getName())
                    .noneMatch(name -> WAYS_OUT.stream().anyMatch(name::startsWith));
        }
    }
}
