package dev.postroom.messaging.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

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
record KeptStatement(String text, String name, String marked, String running) {

    /** None of the texts has a colon for anything else. */
    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    /** Not known; or a block, as the server reads it anew by itself after a table has changed, but not its parameters. */
    private static final Set<Integer> STALE = Set.of(1243, 1064);

    /** Not as a prepared statement, or not within another one, which the driver makes of it; or there are too many. */
    private static final Set<Integer> REFUSED = Set.of(1295, 1461);

    static KeptStatement of(String text) {
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

    /** Asks by the name, where need be after having the connection keep it anew; by the text if it will not. */
    <T> T run(Handle handle, Function<String, T> ask, KeptStatements all) {
        try {
            T answer = ask.apply(running);
            all.found();
            return answer;
        } catch (JdbiException e) {
            if (!is(e, STALE) && !is(e, REFUSED)) {
                throw e;
            }
        }
        all.missed();
        try {
            keep(handle);
            return ask.apply(running);
        } catch (JdbiException e) {
            if (!is(e, STALE) && !is(e, REFUSED)) {
                throw e;
            }
        }
        all.giveUp();
        return ask.apply(text);
    }

    private void keep(Handle handle) {
        handle.createUpdate("prepare " + name + " from :marked")
                .bind("marked", marked)
                .execute();
    }

    private static boolean is(JdbiException failure, Set<Integer> codes) {
        return Failures.sql(failure)
                .map(SQLException::getErrorCode)
                .filter(codes::contains)
                .isPresent();
    }
}
