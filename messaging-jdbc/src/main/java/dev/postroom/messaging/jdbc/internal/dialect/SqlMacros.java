package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.value.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts that take the place of macros in statements, where databases differ.
 *
 * <ul>
 *   <li>{@code [thread]} joins a member's row {@code m} with its thread {@code t}. The thread is looked up row by row,
 *       whatever the planner estimates.
 *   <li>{@code [threads]} and {@code [parties]} are a table {@code v} with a column {@code id} of the list {@code :threads}
 *       or {@code :parties}; {@code [the thread]} is such a table of {@code :thread} alone. PostgreSQL sees that it has one
 *       row, which it cannot know of a list.
 *   <li>{@code [members]} is a table {@code v} with the columns {@code id} and {@code rights} of {@link Params#members}.
 *   <li>{@code [offsets]} is a table {@code n} with a column {@code seqs} of the numbers of {@link Params#offsets}.
 *   <li>{@code [by author]} makes a query find messages by their author.
 *   <li>{@code [newest]} ends a query that decides something under a lock, so that it does not read an old snapshot.
 *   <li>{@code [fixed x, y]} at the beginning of an order stands for columns that a condition fixes, or for nothing.
 * </ul>
 */
public final class SqlMacros {

    private static final Pattern FIXED = Pattern.compile("\\[fixed ([^]]+)]");

    private final Map<String, String> texts;
    private final String fixed;

    private SqlMacros(Map<String, String> texts, String fixed) {
        this.texts = texts;
        this.fixed = fixed;
    }

    /** The texts that most databases understand. */
    static SqlMacros standard() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("[newest]", "");
        texts.put("[thread]", "left join $thread t on t.tenant = :tenant and t.id = m.thread_id");
        texts.put("[threads]", "unnest(:threads) v(id)");
        texts.put("[the thread]", "unnest(array[cast(:thread as uuid)]) v(id)");
        texts.put("[parties]", "unnest(:parties) v(id)");
        texts.put("[members]", "unnest(:members, :rights) v(id, rights)");
        texts.put("[offsets]", "");
        texts.put("[by author]", "");
        return new SqlMacros(texts, "");
    }

    /** Returns these macros with another text for one of them. */
    SqlMacros with(String macro, String text) {
        if (!texts.containsKey(macro)) {
            throw Failures.fault("no macro " + macro);
        }
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(macro, text);
        return new SqlMacros(changed, fixed);
    }

    /**
     * Returns these macros with the fixed columns in each order. H2 reads rows in the order of an index only if the order
     * names them; MariaDB before 11 sorts because of them.
     */
    SqlMacros orderingByFixed() {
        return new SqlMacros(texts, "$1,");
    }

    /** A text with its macros replaced. */
    String replaced(String text) {
        String replaced = FIXED.matcher(text).replaceAll(fixed);
        for (Map.Entry<String, String> macro : texts.entrySet()) {
            replaced = replaced.replace(macro.getKey(), macro.getValue());
        }
        return replaced;
    }
}
