package dev.postroom.messaging.jdbc.internal.plan;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a write computes once, from a row that it has found. Later texts of the same write call it
 * {@code value.name}; each renderer puts there what its database has it in.
 *
 * @param name the name
 * @param type the type
 * @param expression the expression, over the columns of the row and the parameters
 */
public record Value(String name, Type type, String expression) {

    private static final Pattern NAMED = Pattern.compile("\\bvalue\\.(\\w+)");

    /** The types that a value can have. */
    public enum Type {
        BIGINT,
        BOOLEAN,
        UUID
    }

    public static Value number(String name, String expression) {
        return new Value(name, Type.BIGINT, expression);
    }

    public static Value flag(String name, String expression) {
        return new Value(name, Type.BOOLEAN, expression);
    }

    /** Replaces each {@code value.name} in a text by what is made of the name. */
    public static String replace(String text, UnaryOperator<String> use) {
        return NAMED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(use.apply(found.group(1))));
    }

    public static boolean isIn(String text) {
        return NAMED.matcher(text).find();
    }
}
