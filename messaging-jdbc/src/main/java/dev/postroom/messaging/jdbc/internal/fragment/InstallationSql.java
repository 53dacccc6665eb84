package dev.postroom.messaging.jdbc.internal.fragment;

/** The statements that name no tenant: of the schema and of inspecting everything. No mailbox uses any of them. */
public final class InstallationSql {

    public static final String VERSIONS = "select s.version from $schema s order by s.version";

    public static final String CREATE_VERSIONS =
            "create table if not exists $schema (version int not null primary key, name varchar(200) not null)";

    public static final String LOCK_VERSIONS = "select s.version from $schema s where s.version = 0 for update";

    /** H2 only: see {@code SharedFileTransactions}. The row of the first file is there as soon as the tables are. */
    public static final String LOCK_WRITERS = "select s.version from $schema s where s.version = 1 for update";

    public static final String ADD_VERSION = "insert into $schema (version, name) values (:version, :name)";

    /** Tells whether a table is there: {@code %s} is its name without the prefix. */
    public static final String PROBE = "select count(*) from $%s where 1 = 0";

    /** Texts by which things are told apart; only how the columns are made is looked at. */
    public static final String IDENTIFIERS =
            "select m.tenant, m.party, k.name from $member m cross join $claim k where 1 = 0";

    public static final String THREADS = "select t.tenant, t.id from $thread t order by t.tenant, t.id limit :limit";

    public static final String THREADS_AFTER = """
            select t.tenant, t.id from $thread t
            where t.tenant >= :after_tenant and (t.tenant > :after_tenant or t.id > :after_thread)
            order by t.tenant, t.id limit :limit
            """;

    /** MariaDB only: how statements are read, how a table compares texts, and what becomes of a character. */
    public static final String MARIADB_SETTINGS = """
            select @@sql_mode, (select t.table_collation from information_schema.tables t
              where t.table_schema = coalesce(?, database()) and t.table_name = ?), hex(?)
            """;

    /** H2 only: see {@code EmbeddedH2}. */
    public static final String RESTART_LOG =
            "alter table $log alter column id restart with (select coalesce(max(l.id), 0) + 1 from $log l)";

    private InstallationSql() {}
}
