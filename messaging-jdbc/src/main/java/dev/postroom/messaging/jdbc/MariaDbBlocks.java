package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compound statements: what MariaDB runs in one round trip. A block is a transaction of its own where none runs, and
 * otherwise undoes only itself when it fails.
 */
final class MariaDbBlocks {

    /**
     * A deadlock has ended the whole transaction before the handler runs, and its savepoint with it; on some servers a
     * time-out of a lock has too. Whatever it was is answered as a deadlock then. {@code autocommit} off means that somebody
     * else will commit, also if nothing was done in the transaction yet.
     *
     * <p>After a failure the savepoint stays, so that {@link #takeBack} can tell that the block has not ended.
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

    /** Only those that a block uses are declared, as the server makes room for each. */
    private static final List<Variables> VARIABLES = List.of(
            new Variables("int default 0", "changed", "due", "rows"),
            new Variables("boolean", "large", "reopens", "unanswered", "counts"),
            new Variables(
                    "bigint", "last_seq", "created_at", "activity_at", "member_count", "total_all", "total_notes"),
            new Variables("bigint", "before_all_seq", "before_internal_seq", "read_to", "seq", "visibility"),
            new Variables("uuid", "thread_id"));

    private static final String END = """
            if postroom_alone then commit; else release savepoint postroom_block; end if;
            end""";

    /**
     * A statement that is killed, or whose time is up, while it looks at another table may end as if that were empty, and the
     * block goes on. What must have changed a row is therefore asked.
     */
    private static final String DUE = "if postroom_due > 0 and postroom_rows = 0 ";

    static final String BROKEN = """
            signal sqlstate '70100' set mysql_errno = 1317, message_text = 'a statement was broken off'; end if;
            """;

    private static final String OF_MESSAGE =
            "(select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)";

    private MariaDbBlocks() {}

    static String script(Script script) {
        String parts = script.parts().stream().map(MariaDbBlocks::part).collect(Collectors.joining());
        return whole(parts, "if postroom_due > 0 then " + script.done() + ";\nelse " + script.answer() + ";\nend if");
    }

    /** Parts and what answers them. */
    private static String whole(String parts, String answer) {
        String body = parts + answer + ";\n";
        String variables = VARIABLES.stream()
                .flatMap(some -> some.names().stream()
                        .filter(name -> body.contains("postroom_" + name) || body.contains("[mine " + name + "]"))
                        .map(name -> "  declare postroom_" + name + " " + some.type() + ";\n"))
                .collect(Collectors.joining());
        return BEGIN.replace("[variables]", variables) + body + END;
    }

    /**
     * Does what a block's handler does, which does not run where a block is broken off between two of its statements. In a
     * transaction it fails if there is no savepoint: the block had ended when it was broken off, or had not begun.
     */
    static void takeBack(Connection connection, boolean joined) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!joined) {
                statement.execute("rollback");
                return;
            }
            statement.execute("rollback to savepoint postroom_block");
            statement.execute("release savepoint postroom_block");
        }
    }

    static String logged(LoggedChange change) {
        String parts = MariaDbPersonal.of(change).orElseGet(() -> change(change));
        return whole(parts, "select postroom_changed as " + Script.ANSWER);
    }

    private static String part(Script.Part part) {
        if (part instanceof Script.Locking locking) {
            return locking.text() + ";\n";
        } else if (part instanceof Script.LoggedIf logged) {
            return "if postroom_due > 0 and " + logged.condition() + " then\n" + change(logged.change())
                    + "if postroom_changed = 0 then\n"
                    + logged.unless().map(MariaDbBlocks::unless).orElse("set postroom_rows = 0;\n")
                    + "if postroom_rows = 0 then "
                    + BROKEN + "end if; end if;\n";
        } else if (part instanceof Script.Claiming claiming) {
            String insert = claiming.text().replace(AppendSql.UNCLAIMED, "");
            return "begin declare continue handler for 1062 set postroom_due = 0;\nset postroom_due = 1;\n" + insert
                    + ";\nset postroom_due = least(postroom_due, row_count()); end;\n";
        } else if (part instanceof Script.Deciding deciding) {
            return decided(deciding) + "set postroom_due = postroom_rows;\n";
        } else if (part instanceof Script.Members members) {
            return "if postroom_due > 0 then\nif postroom_large is null then " + BROKEN
                    + "if postroom_large then\n"
                    + counted(members.large()) + "else\n" + counted(members.small()) + "end if;\n"
                    + DUE + "and " + members.when() + " then " + BROKEN + "end if;\n";
        }
        Script.Following following = (Script.Following) part;
        return "if postroom_due > 0 then\n" + counted(following.text()) + "if postroom_rows <> " + following.rows()
                + " then " + BROKEN + "end if;\n";
    }

    /** Read with a lock, so that it is the newest there is. */
    private static String unless(String query) {
        return "set postroom_rows = 0;\nselect count(*) into postroom_rows from (" + query + " for update) z;\n";
    }

    /** Without the claim there is nothing to decide. */
    private static String decided(Script.Deciding deciding) {
        return deciding.claimed()
                ? "set postroom_rows = 0;\nif postroom_due > 0 then\n" + counted(deciding.text()) + "end if;\n" + DUE
                        + "then " + BROKEN
                : counted(deciding.text());
    }

    private static String counted(String text) {
        return text + ";\nset postroom_rows = row_count();\n";
    }

    /** Nothing is changed but under a lock: without one nothing was found to change, or looking for it was broken off. */
    private static String change(LoggedChange change) {
        String done = "set postroom_changed = row_count();\n";
        String body = switch (change.kind()) {
            case UPDATE, INSERT -> change.statement() + ";\n" + logging(change.log(change.changed()));
            case DELETE ->
                change.log(change.changed()) + ";\n" + done + "if postroom_changed > 0 then delete c from "
                        + change.changed() + ";\nif row_count() <> postroom_changed then " + BROKEN + "end if;\n";
        };
        return lock(change) + "if postroom_changed > 0 then\n" + body + "end if;\n";
    }

    /**
     * Stars are set and cleared under the lock of the party's row, so that none is logged twice. Of other rows, those to be
     * changed are locked: a statement that waits for one would find it changed since it began to look at others, which
     * servers with {@code innodb_snapshot_isolation} refuse.
     */
    private static String lock(LoggedChange change) {
        String mine = "$member m where m.tenant = :tenant and m.party = :party and m.thread_id = "
                + (change.changed().contains(":thread") ? ":thread" : OF_MESSAGE);
        String locked = change.kind() == LoggedChange.Kind.UPDATE ? change.changed() : mine;
        return "set postroom_changed = 0;\nselect count(*) into postroom_changed from (select 1 from " + locked
                + " for update) z;\n";
    }

    static String logging(String log) {
        return "set postroom_changed = row_count();\nif postroom_changed > 0 then " + log
                + ";\nif row_count() <> postroom_changed then " + BROKEN + "end if;\n";
    }

    static String hide() {
        return whole(MariaDbPersonal.HIDE, "select postroom_changed as " + Script.ANSWER);
    }

    /** Variables of a type, without the beginning that all of them have. */
    private record Variables(String type, List<String> names) {

        Variables(String type, String... names) {
            this(type, List.of(names));
        }
    }
}
