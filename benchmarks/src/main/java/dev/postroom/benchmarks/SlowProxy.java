package dev.postroom.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Stands between a driver and its server and hands on what it hears half a millisecond later, in both directions. */
final class SlowProxy implements Closeable {

    static final long DELAY_NANOS = 500_000;

    private static final int BUFFER = 1 << 16;
    private static final String JDBC = "jdbc:";

    private final ServerSocket door;
    private final String url;
    private final int server;

    private SlowProxy(ServerSocket door, String url, int server) {
        this.door = door;
        this.url = url;
        this.server = server;
    }

    /** A proxy before the server on this machine that the URL names. */
    static SlowProxy before(String url) throws IOException {
        URI uri = URI.create(url.substring(JDBC.length()));
        ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        String through = url.replace(uri.getHost() + ":" + uri.getPort(), "127.0.0.1:" + door.getLocalPort());
        SlowProxy proxy = new SlowProxy(door, through, uri.getPort());
        start(proxy::accept);
        return proxy;
    }

    String url() {
        return url;
    }

    private void accept() throws IOException {
        while (true) {
            Socket driver = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            connect(driver, behind);
            connect(behind, driver);
        }
    }

    private static void connect(Socket from, Socket to) throws IOException {
        to.setTcpNoDelay(true);
        BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        start(() -> listen(from, heard));
        start(() -> handOn(to, heard));
    }

    private static void listen(Socket from, BlockingQueue<Heard> heard) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.add(new Heard(Arrays.copyOf(buffer, read), System.nanoTime()));
            }
        } finally {
            heard.add(new Heard(new byte[0], System.nanoTime()));
        }
    }

    private static void handOn(Socket to, BlockingQueue<Heard> queue) throws IOException {
        try (OutputStream out = to.getOutputStream()) {
            for (Heard heard = queue.take(); heard.bytes.length > 0; heard = queue.take()) {
                long due = heard.at + DELAY_NANOS;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(heard.bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends when a socket is closed under it. */
    private static void start(Talk talk) {
        Thread thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Talk {

        void run() throws IOException;
    }

    /** Empty at the end. */
    private static final class Heard {

        private final byte[] bytes;
        private final long at;

        Heard(byte[] bytes, long at) {
            this.bytes = bytes;
            this.at = at;
        }
    }
}
