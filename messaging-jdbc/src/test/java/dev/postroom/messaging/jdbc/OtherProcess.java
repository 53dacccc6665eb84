package dev.postroom.messaging.jdbc;

import java.nio.file.Path;

/** A process that opens an embedded database and keeps it open until it is ended. */
final class OtherProcess {

    private OtherProcess() {}

    /** Argument: the database file. */
    public static void main(String[] args) throws InterruptedException {
        JdbcStorage storage = JdbcStorage.embedded(Path.of(args[0]));
        System.out.println("open");
        Thread.sleep(60_000);
        storage.close();
    }
}
