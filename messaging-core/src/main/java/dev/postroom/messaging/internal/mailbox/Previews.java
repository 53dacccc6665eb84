package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.ThreadSummary;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes one short line of a text, without cutting a character (as people count them) in two. */
final class Previews {

    /** What a storage is asked for beyond the limit: the characters of one long cluster, such as a family emoji. */
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
        String line = isUneven(stripped) ? WHITE_SPACE.matcher(stripped).replaceAll(" ") : stripped;
        if (line.length() <= limit) {
            return line;
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(line);
        int end = clusters.isBoundary(limit) ? limit : clusters.preceding(limit);
        return line.substring(0, Math.max(0, end)).stripTrailing();
    }

    /** Most texts are one line with single blanks, and are left as they are. */
    private static boolean isUneven(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if ((at >= '\t' && at <= '\r') || (at == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
