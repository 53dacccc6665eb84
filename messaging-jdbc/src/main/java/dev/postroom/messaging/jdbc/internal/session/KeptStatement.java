package dev.postroom.messaging.jdbc.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** None of the texts has a colon for anything else. */
    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    public static KeptStatement of(String text) {
        List<String> parameters = new ArrayList<>();
        String marked = PARAMETER.matcher(text).replaceAll(found -> {
            parameters.add(found.group());
            return "?";
        });
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String name = "postroom_" + UUID.nameUUIDFromBytes(bytes).toString().replace('-', '_');
        String using = parameters.stream().collect(Collectors.joining(", ", " using ", ""));
        return new KeptStatement(text, name, marked, "execute " + name + (parameters.isEmpty() ? "" : using));
    }
}
