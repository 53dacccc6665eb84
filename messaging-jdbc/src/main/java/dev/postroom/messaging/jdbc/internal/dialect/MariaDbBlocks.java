package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compound statements: what MariaDB runs in one round trip. A block is a transaction of its own where none runs, and
 * otherwise undoes only itself when it fails.
 */
public final class MariaDbBlocks {

    /**
     * A deadlock has ended the whole transaction before the handler runs, and its savepoint with it; on some servers a
     * time-out of a lock has too. Whatever it was is answered as a deadlock then. {@code autocommit} off means that somebody
     * else will commit, also if nothing was done in the transaction yet.
     *
     * <p>After a failure the savepoint stays, so that {@code TransactionRules.takeBack} can tell that the block has not ended.
     */
    private static final String BEGIN = """
            begin not atomic
              declare postroom_alone boolean default @@autocommit = 1 and @@in_transaction = 0;
            [variables]  declare exit handler for sqlexception begin
                if postroom_alone then rollback;
                else begin
                  declare exit handler for 1305 resignal sqlstate '40001' set mysql_errno = 1213,
                    message_text = 'the transaction was rolled back';
                  rollback to savepoint postroom_block;
                end; end if;
                resignal;
              end;
              if postroom_alone then
                set transaction isolation level read committed;
                start transaction;
              else savepoint postroom_block; end if;
            """;

    private static final String END = """
            if postroom_alone then commit; else release savepoint postroom_block; end if;
            end""";

    /** Ends an {@code if} whose condition says that a statement did not do what it had to. */
    static final String BROKEN = """
            signal sqlstate '70100' set mysql_errno = 1317, message_text = 'a statement was broken off'; end if;
            """;

    private MariaDbBlocks() {}

    /**
     * Makes a block. Only variables that it uses are declared, as the server makes room for each.
     *
     * @param body its statements, each with its semicolon
     * @param values the values that are kept in variables
     */
    static String whole(String body, List<Value> values) {
        String counts = Stream.of("postroom_due", "postroom_changed")
                .filter(body::contains)
                .map(name -> "  declare " + name + " int default 0;\n")
                .collect(Collectors.joining());
        String variables = values.stream()
                .filter(value -> body.contains(variable(value.name())))
                .map(value -> "  declare " + variable(value.name()) + " "
                        + value.type().name().toLowerCase(Locale.ROOT) + ";\n")
                .collect(Collectors.joining());
        return BEGIN.replace("[variables]", counts + variables) + body + END;
    }

    /** The text, with a variable for each value. */
    static String values(String text) {
        return Value.replace(text, MariaDbBlocks::variable);
    }

    private static String variable(String value) {
        return "postroom_" + value;
    }

    /** Reads the values of a row into their variables; a lock is still to be added. */
    static String find(Rows row, List<Value> values) {
        return "select " + values.stream().map(Value::expression).collect(Collectors.joining(", ")) + "\n  into "
                + values.stream().map(value -> variable(value.name())).collect(Collectors.joining(", ")) + row.from();
    }
}
