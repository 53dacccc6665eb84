package dev.postroom.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text on a terminal: how wide it is there, and how to cut and wrap it. East Asian characters and emoji take two columns,
 * combining marks none. What people wrote is made harmless first: control characters could move the cursor.
 */
final class Display {

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern DIRECTION_MARK = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]");
    private static final Pattern WIDE = Pattern.compile("[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uAC00-\\uD7A3"
            + "\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6"
            + "\\x{1F1E6}-\\x{1F1FF}\\x{1F300}-\\x{1FAFF}\\x{20000}-\\x{3FFFD}]");
    private static final char EMOJI_STYLE = '\uFE0F';

    private Display() {}

    /** Answers how many columns a text takes. */
    static int width(String text) {
        return clusters(text).stream().mapToInt(Display::clusterWidth).sum();
    }

    /** Answers the text on one line, without anything that moves the cursor or turns the line round. */
    static String harmless(String text) {
        return DIRECTION_MARK.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** Answers the text on one line in exactly so many columns, with an ellipsis where it is cut. */
    static String fit(String text, int columns, boolean toTheRight) {
        String line = cut(harmless(text), columns);
        String space = " ".repeat(columns - width(line));
        return toTheRight ? space + isolated(line) : isolated(line) + space;
    }

    /** Answers the text in lines of at most so many columns, broken between words where there are any. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrapParagraph(harmless(paragraph), columns, lines);
        }
        return lines;
    }

    private static void wrapParagraph(String paragraph, int columns, List<String> lines) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            int width = width(word);
            if (used > 0 && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            for (String cluster : clusters(word)) {
                int wide = clusterWidth(cluster);
                if (used + wide > columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(cluster);
                used += wide;
            }
        }
        lines.add(line.toString());
    }

    private static String cut(String line, int columns) {
        if (width(line) <= columns) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (String cluster : clusters(line)) {
            used += clusterWidth(cluster);
            if (used >= columns) {
                break;
            }
            kept.append(cluster);
        }
        return kept.append('…').toString();
    }

    /** Keeps Arabic and Hebrew from turning round the columns beside them. */
    private static String isolated(String line) {
        return RIGHT_TO_LEFT.matcher(line).find() ? "\u2068" + line + "\u2069" : line;
    }

    /** What the reader takes for one character, such as a letter with its accents or a family of emoji. */
    private static List<String> clusters(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int clusterWidth(String cluster) {
        int first = cluster.codePointAt(0);
        return switch (Character.getType(first)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> WIDE.matcher(cluster).lookingAt() || cluster.indexOf(EMOJI_STYLE) > 0 ? 2 : 1;
        };
    }
}
