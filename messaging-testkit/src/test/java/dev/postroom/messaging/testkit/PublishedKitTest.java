package dev.postroom.messaging.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that no published contract can skip a test. */
class PublishedKitTest {

    /** The names that class files contain if they can skip a test. */
    private static final List<String> SKIPPING_TYPES = List.of(
            "org/junit/jupiter/api/Assumptions",
            "org/junit/jupiter/api/Disabled",
            "org/junit/jupiter/api/condition/",
            "org/assertj/core/api/Assumptions",
            "org/opentest4j/TestAbortedException");

    @Test
    void noClassOfTheKitSkipsATest() throws IOException, URISyntaxException {
        Path kit = Path.of(StorageFixture.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(kit)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();

            assertThat(classes).hasSizeGreaterThan(50).noneMatch(PublishedKitTest::canSkipATest);
        }
    }

    private static boolean canSkipATest(Path classFile) {
        try {
            String names = Files.readString(classFile, StandardCharsets.ISO_8859_1);
            return SKIPPING_TYPES.stream().anyMatch(names::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
