package dev.postroom.examples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A table for a terminal of 100 columns. Columns are as wide as their content; the last one gets what is left. */
final class ConsoleTable {

    private static final int WIDTH = 100;
    private static final String GAP = " │ ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String title, int most, boolean toTheRight, boolean wrapped) {}

    ConsoleTable text(String title, int most) {
        columns.add(new Column(title, most, false, false));
        return this;
    }

    ConsoleTable wrapped(String title) {
        columns.add(new Column(title, WIDTH, false, true));
        return this;
    }

    ConsoleTable number(String title) {
        columns.add(new Column(title, WIDTH, true, false));
        return this;
    }

    ConsoleTable row(Object... cells) {
        rows.add(IntStream.range(0, columns.size())
                .mapToObj(i -> String.valueOf(cells[i]))
                .toList());
        return this;
    }

    void print(PrintStream out) {
        int[] widths = widths();
        printLine(out, widths, columns.stream().map(Column::title).toList());
        out.println(" " + String.join("─┼─", lines(widths)) + "─");
        rows.forEach(row -> printRow(out, widths, row));
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        int left = WIDTH - 2;
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int content = rows.stream()
                    .mapToInt(row -> Display.width(row.get(column)))
                    .max()
                    .orElse(0);
            int wanted = Math.max(
                    columns.get(i).title().length(),
                    Math.min(content, columns.get(i).most()));
            widths[i] = Math.min(wanted, left);
            left -= widths[i] + GAP.length();
        }
        return widths;
    }

    private static List<String> lines(int[] widths) {
        return IntStream.of(widths).mapToObj("─"::repeat).toList();
    }

    private void printRow(PrintStream out, int[] widths, List<String> row) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(i -> columns.get(i).wrapped() ? Display.wrap(row.get(i), widths[i]) : List.of(row.get(i)))
                .toList();
        int height = Collections.max(cells.stream().map(List::size).toList());
        for (int line = 0; line < height; line++) {
            int at = line;
            printLine(
                    out,
                    widths,
                    cells.stream()
                            .map(lines -> at < lines.size() ? lines.get(at) : "")
                            .toList());
        }
    }

    private void printLine(PrintStream out, int[] widths, List<String> cells) {
        List<String> fitted = IntStream.range(0, widths.length)
                .mapToObj(
                        i -> Display.fit(cells.get(i), widths[i], columns.get(i).toTheRight()))
                .toList();
        out.println((" " + String.join(GAP, fitted)).stripTrailing());
    }
}
