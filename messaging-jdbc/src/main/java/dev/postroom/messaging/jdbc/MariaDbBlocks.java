package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
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
                  release savepoint postroom_block;
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
            new Variables("boolean", "large", "reopens", "reads", "unanswered"),
            new Variables("bigint", "last_seq", "created_at", "activity_at", "member_count", "total_e", "total_i"),
            new Variables("bigint", "before_e_seq", "before_i_seq", "seq", "visibility"),
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

    private static final int NO_SAVEPOINT = 1305;

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
     * Does what a block's handler would have done: none runs where a block is broken off between two of its statements.
     * There is no savepoint if one ran after all.
     */
    static void takeBack(Connection connection, boolean joined) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!joined) {
                statement.execute("rollback");
                return;
            }
            statement.execute("rollback to savepoint postroom_block");
            statement.execute("release savepoint postroom_block");
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SAVEPOINT) {
                throw e;
            }
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
            String shown = "postroom_" + logged.shown().name().toLowerCase(Locale.ROOT);
            boolean certain = logged.shown() == Script.Shown.REOPENS;
            return "if postroom_due > 0 and " + shown + " then\n" + change(logged.change())
                    + (certain ? "if postroom_changed = 0 then " + BROKEN : "") + "end if;\n";
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

    private static String change(LoggedChange change) {
        return switch (change.kind()) {
            case UPDATE -> lockChanged(change) + change.statement() + ";\n" + logging(change.log(change.changed()));
            case INSERT -> lock(change) + change.statement() + ";\n" + logging(change.log(change.changed()));
            case DELETE ->
                lock(change)
                        + change.log(change.changed())
                        + ";\nset postroom_changed = row_count();\nif postroom_changed > 0 then delete c from "
                        + change.changed() + "; end if;\n";
        };
    }

    /** Stars are set and cleared under the lock of the party's row, so that none is logged twice. */
    private static String lock(LoggedChange change) {
        return lock(change.changed().contains(":thread") ? ":thread" : OF_MESSAGE);
    }

    private static String lock(String thread) {
        return """
                select count(*) into postroom_changed from (select 1 from $member m
                  where m.tenant = :tenant and m.party = :party and m.thread_id = %s for update) z;
                """.formatted(thread);
    }

    /**
     * A statement that waits for a row would find it changed since it began to look at others, which servers with {@code
     * innodb_snapshot_isolation} refuse.
     */
    private static String lockChanged(LoggedChange change) {
        return "select count(*) into postroom_changed from (select 1 from " + change.changed() + " for update) z;\n";
    }

    static String logging(String log) {
        return "set postroom_changed = row_count();\nif postroom_changed > 0 then " + log
                + ";\nif row_count() = 0 then " + BROKEN + "end if;\n";
    }

    /** The mark first: how far marks reach may stay as it is, and some hosts count only rows that change. */
    static String hide() {
        return whole(
                lock(OF_MESSAGE) + """
                insert into $mark (tenant, party, thread_id, seq, counts, visibility)
                select x.tenant, m.party, x.thread_id, x.seq, x.countable and x.author <> m.party, x.visibility
                from $message x
                join $member m on m.tenant = x.tenant and m.thread_id = x.thread_id and m.party = :party
                where x.tenant = :tenant and x.id = :message and %s and not %s;
                set postroom_changed = row_count();
                if postroom_changed > 0 then
                  update $member m set mark_seq = greatest(m.mark_seq,
                    (select x.seq from $message x where x.tenant = :tenant and x.id = :message))
                  where m.tenant = :tenant and m.party = :party and m.thread_id = %s;
                  insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
                  select x.tenant, x.thread_id, :type, x.seq, :whose, :actor, :at
                  from $message x where x.tenant = :tenant and x.id = :message;
                  if row_count() = 0 then %s end if;
                """.formatted(Fragments.SEES, Fragments.HIDDEN, OF_MESSAGE, BROKEN),
                "select postroom_changed as " + Script.ANSWER);
    }

    /** Variables of a type, without the beginning that all of them have. */
    private record Variables(String type, List<String> names) {

        Variables(String type, String... names) {
            this(type, List.of(names));
        }
    }
}
