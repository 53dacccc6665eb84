package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded database is open once: in one process, and in it once. */
class FileLeaseTest {

    @TempDir
    private Path folder;

    @Test
    void aDatabaseOpenInThisProcessIsNotOpenedAgain() throws IOException {
        Path file = folder.resolve("messages");
        JdbcStorage storage = JdbcStorage.embedded(file);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> JdbcStorage.embedded(folder.resolve("x/../messages")))
                .withMessageContaining("in this process already");
        Path link = Files.createSymbolicLink(folder.resolve("link.mv.db"), folder.resolve("messages.mv.db"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> JdbcStorage.embedded(folder.resolve("link")))
                .withMessageContaining("in this process already");
        Files.delete(link);
        storage.close();
        storage.close();
        JdbcStorage.embedded(file).close();
    }

    @Test
    void readingTheFileInThisProcessDoesNotLetAnotherOneIn() throws IOException, InterruptedException {
        Path file = folder.resolve("messages");
        JdbcStorage storage = JdbcStorage.embedded(file);
        try (InputStream in = Files.newInputStream(folder.resolve("messages.mv.db"))) {
            assertThat(in.read()).isNotNegative();
        }
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).contains("is open in another process");
        } finally {
            other.destroyForcibly().waitFor();
            storage.close();
        }
    }
}
