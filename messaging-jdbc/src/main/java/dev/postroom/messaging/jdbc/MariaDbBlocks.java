package dev.postroom.messaging.jdbc;

/**
 * Compound statements: what MariaDB runs in one round trip. A block is a transaction of its own where none runs, and
 * otherwise undoes only itself when it fails.
 */
final class MariaDbBlocks {

    /**
     * A deadlock has ended the whole transaction before the handler runs, and its savepoint with it. {@code autocommit}
     * off means that somebody else will commit, also if nothing was done in the transaction yet.
     */
    private static final String BEGIN = """
            begin not atomic
              declare postroom_alone boolean default @@autocommit = 1 and @@in_transaction = 0;
              declare postroom_changed int default 0;
              declare exit handler for sqlexception begin
                if postroom_alone then rollback;
                else begin
                  declare continue handler for 1305 begin end;
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

    private static final String OF_MESSAGE =
            "(select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)";

    private MariaDbBlocks() {}

    /** Parts and what answers them. */
    static String whole(String parts, String answer) {
        return BEGIN + parts + answer + ";\n" + END;
    }

    static String logged(LoggedChange change) {
        return whole(change(change), "select postroom_changed as " + Script.ANSWER);
    }

    static String part(Script.Part part) {
        if (part instanceof Script.Logged logged) {
            return change(logged.change());
        } else if (part instanceof Script.Claiming claiming) {
            return "begin declare continue handler for 1062 begin end;\n" + claiming.text() + "; end;\n";
        }
        return ((Script.Plain) part).text() + ";\n";
    }

    private static String change(LoggedChange change) {
        return switch (change.kind()) {
            case UPDATE -> change.statement() + ";\n" + counted(change.log(change.changed()));
            case INSERT -> lock(change) + change.statement() + ";\n" + counted(change.log(change.changed()));
            case DELETE ->
                lock(change)
                        + change.log(change.changed())
                        + ";\nset postroom_changed = row_count();\nif postroom_changed > 0 then delete c from "
                        + change.changed() + "; end if;\n";
        };
    }

    /** Stars are set and cleared under the lock of the party's row, so that none is logged twice. */
    private static String lock(LoggedChange change) {
        return """
                select count(*) into postroom_changed from (select 1 from $member m
                  where m.tenant = :tenant and m.party = :party and m.thread_id = %s for update) z;
                """.formatted(change.changed().contains(":thread") ? ":thread" : OF_MESSAGE);
    }

    private static String counted(String log) {
        return "set postroom_changed = row_count();\nif postroom_changed > 0 then " + log + "; end if;\n";
    }

    static String hide() {
        return whole(PersonalSql.RAISE_MARK + """
                ; set postroom_changed = row_count();
                if postroom_changed > 0 then
                  insert into $mark (tenant, party, thread_id, seq, counts, visibility)
                  select x.tenant, f.party, x.thread_id, x.seq, x.countable and x.author <> f.party, x.visibility
                  from $message x join $member f on f.tenant = x.tenant and f.thread_id = x.thread_id
                    and f.party = :party
                  where x.tenant = :tenant and x.id = :message;
                  insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
                  select x.tenant, x.thread_id, :type, x.seq, :whose, :actor, :at
                  from $message x where x.tenant = :tenant and x.id = :message;
                end if;
                """, "select postroom_changed as " + Script.ANSWER);
    }
}
