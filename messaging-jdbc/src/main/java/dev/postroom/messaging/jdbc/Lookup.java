package dev.postroom.messaging.jdbc;

import java.util.List;

/**
 * A row of another table whose values a change needs. A renderer joins it, looks its values up inside of the change, or
 * reads them into variables first.
 *
 * @param row the row; its table has an alias that the change itself does not use
 * @param values the values
 */
record Lookup(Rows row, List<Value> values) {

    /** The text, where the row is joined. */
    String joined(String text) {
        return Value.replace(text, name -> "(" + expression(name) + ")");
    }

    /** The text, where each value is a query of its own. */
    String nested(String text) {
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
