package dev.postroom.messaging.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.StorageFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No suite that is published can be told to look away. */
class PublishedKitTest {

    /** As they stand in class files. */
    private static final List<String> WAYS_OUT = List.of(
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

            assertThat(classes).hasSizeGreaterThan(50).noneMatch(PublishedKitTest::knowsAWayOut);
        }
    }

    private static boolean knowsAWayOut(Path classFile) {
        try {
            String names = Files.readString(classFile, StandardCharsets.ISO_8859_1);
            return WAYS_OUT.stream().anyMatch(names::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
