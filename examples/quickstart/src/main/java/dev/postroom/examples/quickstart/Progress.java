package dev.postroom.examples.quickstart;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far the replay is: on a terminal in one line that changes, elsewhere in a new line every two seconds. */
final class Progress {

    private static final long TERMINAL_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LINES_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SMOOTHING = 0.8;

    private final PrintStream out;
    private final boolean terminal;
    private final long total;
    private final long started = System.nanoTime();
    private long shown = started;
    private long doneWhenShown;
    private long done;
    private double recentRate;

    Progress(PrintStream out, boolean terminal, long total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    /** Answers whether the output goes to a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null is one of two answers: it depends on the Java version
    static boolean onTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            // before Java 22, where there is no terminal there is no console
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** One more message is done. Called by all writers. */
    synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (now - shown >= (terminal ? TERMINAL_NANOS : LINES_NANOS)) {
            // a young process speeds up for a while: what was done lately says more about what is left than the average
            double rate = (done - doneWhenShown) * NANOS_PER_SECOND / (now - shown);
            recentRate = doneWhenShown == 0 ? rate : SMOOTHING * recentRate + (1 - SMOOTHING) * rate;
            shown = now;
            doneWhenShown = done;
            double left = Math.ceil((total - done) / recentRate);
            line(String.format(Locale.ROOT, "%,.0f per second, %,.0f s left", recentRate, left));
            if (!terminal) {
                out.println();
            }
        }
    }

    /** Prints the last line, with the whole time and the average rate. */
    synchronized void finish() {
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        line(String.format(Locale.ROOT, "%,.0f per second, took %,.1f s", done / seconds, seconds));
        out.println();
    }

    private void line(String rest) {
        String text = String.format(Locale.ROOT, "  %,d of %,d messages, %s", done, total, rest);
        // spaces to the end wipe out what a longer line left
        out.print(terminal ? String.format(Locale.ROOT, "\r%-79s", text) : text);
        out.flush();
    }
}
