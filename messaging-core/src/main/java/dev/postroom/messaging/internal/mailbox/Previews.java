package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.ThreadSummary;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a preview of a text on one line, without splitting a character as people see it (a grapheme cluster). */
final class Previews {

    /**
     * The number of characters to read beyond the limit: one long grapheme cluster, such as a family emoji, may cross
     * the limit.
     */
    static final int SPARE = 32;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Previews() {}

    static ThreadSummary shortened(ThreadSummary summary, int limit) {
        Optional<LastMessage> last = summary.last()
                .map(message -> new LastMessage(
                        message.id(),
                        message.position(),
                        message.author(),
                        message.sentAt(),
                        line(message.preview(), limit)));
        return new ThreadSummary(
                summary.thread(), summary.mine(), last, summary.senders(), summary.members(), summary.messages());
    }

    static String line(String text, int limit) {
        String stripped = text.strip();
        String line =
                hasIrregularBlanks(stripped) ? WHITE_SPACE.matcher(stripped).replaceAll(" ") : stripped;
        if (line.length() <= limit) {
            return line;
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(line);
        int end = clusters.isBoundary(limit) ? limit : clusters.preceding(limit);
        return line.substring(0, Math.max(0, end)).stripTrailing();
    }

    /**
     * Returns whether the text has line breaks or several blanks in a row. Most texts have none, and are not rewritten.
     */
    private static boolean hasIrregularBlanks(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if ((at >= '\t' && at <= '\r') || (at == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
