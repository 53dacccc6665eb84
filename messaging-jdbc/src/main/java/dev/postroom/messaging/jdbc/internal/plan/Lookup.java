package dev.postroom.messaging.jdbc.internal.plan;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import java.util.List;

/**
 * A row of another table whose values a change needs. A renderer joins it, looks its values up inside of the change, or
 * reads them into variables first.
 *
 * @param row the row; its table has an alias that the change itself does not use
 * @param values the values
 */
public record Lookup(Rows row, List<Value> values) {

    /** The text, where the row is joined. */
    public String joined(String text) {
        return Value.replace(text, name -> "(" + expression(name) + ")");
    }

    /** The text, where each value is a query of its own. */
    public String nested(String text) {
        return Value.replace(text, name -> "(select " + expression(name) + row.from() + ")");
    }

    private String expression(String name) {
        return values.stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failures.fault("there is no value " + name))
                .expression();
    }
}
