package dev.postroom.messaging.jdbc.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement that MariaDB's connections keep read under a name. Whether one does shows when it is run: pools hand out
 * connections of any age, and may have had them forget everything. A name that is not known is found out before anything
 * is begun, and leaves a transaction as it is; a block that fails undoes itself.
 *
 * @param text as it is sent where it is not kept
 * @param name the same for the same text, wherever it comes from
 * @param marked the text with a question mark for each parameter
 * @param running runs it by its name with the parameters of the text
 */
public record KeptStatement(String text, String name, String marked, String running) {

    private static final Pattern COMMENT = Pattern.compile("/\\* postroom ([a-z ]+) \\*/");

    /** MariaDB's names have at most 64 characters. */
    private static final int LONGEST_OPERATION = 22;

    /** None of the texts has a colon for anything else. */
    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    public static KeptStatement of(String text) {
        List<String> parameters = new ArrayList<>();
        String marked = PARAMETER.matcher(text).replaceAll(found -> {
            parameters.add(found.group());
            return "?";
        });
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hash = UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
        String name = "postroom_" + operation(text) + hash;
        String using = parameters.stream().collect(Collectors.joining(", ", " using ", ""));
        return new KeptStatement(text, name, marked, "execute " + name + (parameters.isEmpty() ? "" : using));
    }

    /** The operation that the comment at the beginning of the text names, so that the server's lists show it. */
    private static String operation(String text) {
        Matcher comment = COMMENT.matcher(text);
        if (!comment.lookingAt()) {
            return "";
        }
        String operation = comment.group(1).replace(' ', '_');
        return operation.substring(0, Math.min(operation.length(), LONGEST_OPERATION)) + "_";
    }
}
