package dev.postroom.messaging.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a driver and its server and counts round trips as the network sees them: each time the driver speaks
 * after the server has answered.
 */
final class CountingProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger trips = new AtomicInteger();

    CountingProxy(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int take() {
        return trips.getAndSet(0);
    }

    private void accept() throws IOException {
        while (true) {
            Socket driver = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            driver.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            AtomicBoolean answered = new AtomicBoolean(true);
            start(() -> copy(driver, behind, () -> {
                if (answered.getAndSet(false)) {
                    trips.incrementAndGet();
                }
            }));
            start(() -> copy(behind, driver, () -> answered.set(true)));
        }
    }

    private static void copy(Socket from, Socket to, Runnable heard) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.run();
                out.write(buffer, 0, read);
            }
        }
    }

    /** Ends when a socket is closed under it. */
    private static void start(Copying copying) {
        Thread thread = new Thread(() -> {
            try {
                copying.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Copying {

        void run() throws IOException;
    }
}
