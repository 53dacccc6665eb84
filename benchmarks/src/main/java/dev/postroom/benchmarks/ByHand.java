package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The limit: the least that plain JDBC must send so that the same rows are there afterwards, log row included, in as few
 * round trips as the database allows. It knows what the library has to find out: that there are two members, none of
 * them with internal notes, nothing deleted or hidden, no large thread, nobody who may not. Only who reads what is not
 * theirs gets nothing, for that is part of every query.
 */
abstract class ByHand implements Contender {

    static final String TENANT = "default";
    static final String CALLER = "u:" + BenchmarkScene.CALLER;
    static final String STARTER = "u:" + BenchmarkScene.STARTER;

    private static final int PREVIEW = 76;

    private static final String INBOX = """
            select m.thread_id, m.activity_at, m.read_seq, m.rights, t.shape, t.subject, t.created_by, t.created_at,
              t.updated_at, t.member_count, t.closed_at, t.revision, t.last_seq,
              t.total_all - m.own_all - m.read_total_all as unread,
              (select count(*) from $star s where s.tenant = m.tenant and s.party = m.party
                and s.thread_id = m.thread_id) as stars,
              x.id, x.author, x.sent_at, substring(x.text from 1 for ?) as preview
            from (select * from $member where tenant = ? and party = ? and box = 1
              order by tenant, party, box, activity_at desc, thread_id desc limit 20) m
            left join $thread t on t.tenant = m.tenant and t.id = m.thread_id
            left join $message x on x.tenant = m.tenant and x.thread_id = m.thread_id and x.seq = t.preview_all_seq
            order by m.activity_at desc, m.thread_id desc
            """;

    private static final String THREAD = """
            select x.id, x.seq, x.author, x.kind, x.visibility, x.text, x.quoted_seq, x.sent_at, x.created_at, x.deleted,
              x.seq <= m.read_seq as is_read,
              (select count(*) from $star s where s.tenant = m.tenant and s.party = m.party
                and s.thread_id = m.thread_id and s.seq = x.seq) as stars
            from $member m
            join $message x on x.tenant = m.tenant and x.thread_id = m.thread_id
            where m.tenant = ? and m.thread_id = ? and m.party = ?
              and x.seq > (select t.last_seq - ? from $thread t where t.tenant = ? and t.id = ?)
            order by x.seq
            """;

    private static final String TOTALS = """
            select count(*), sum(u.unread) from (
              select t.total_all - m.own_all - m.read_total_all as unread
              from $member m left join $thread t on t.tenant = m.tenant and t.id = m.thread_id
              where m.tenant = ? and m.party = ? and m.maybe_unread = true and m.box = 1
              order by m.tenant, m.party, m.maybe_unread, m.box, m.activity_at desc, m.thread_id desc limit 1001) u
            """;

    private final HikariDataSource source;
    private final String prefix;
    private final String inbox;
    private final String thread;
    private final String totals;

    ByHand(HikariDataSource source, String prefix) {
        this.source = source;
        this.prefix = prefix;
        inbox = table(INBOX);
        thread = table(THREAD);
        totals = table(TOTALS);
    }

    static ByHand on(DatabaseEngine engine, HikariDataSource source, String prefix) {
        return switch (engine) {
            case H2 -> new H2ByHand(source, prefix);
            case POSTGRESQL -> new PostgresByHand(source, prefix);
            case MARIADB -> new MariaDbByHand(source, prefix);
        };
    }

    @Override
    public String name() {
        return "by hand";
    }

    /** The text with the tables' prefix for each {@code $} before a name. */
    final String table(String text) {
        return text.replaceAll("\\$(?=[a-z])", prefix);
    }

    /** Whether a job that writes is several statements, for which the transaction must be begun and ended. */
    abstract boolean isTransaction(Job job);

    abstract void send(Connection connection, UUID thread, boolean joined) throws SQLException;

    abstract void create(Connection connection, List<String> members, boolean joined) throws SQLException;

    abstract void read(Connection connection, int seq, boolean joined) throws SQLException;

    abstract void star(Connection connection, UUID message, boolean joined) throws SQLException;

    @Override
    public final void own(Job job, int turn) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!isTransaction(job)) {
                run(connection, job, turn, false);
                return;
            }
            connection.setAutoCommit(false);
            try {
                run(connection, job, turn, false);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public final void joined(Connection transaction, Job job, int turn) throws SQLException {
        run(transaction, job, turn, true);
    }

    private void run(Connection connection, Job job, int turn, boolean joined) throws SQLException {
        switch (job) {
            case SEND -> send(connection, BenchmarkScene.threadOf(turn), joined);
            case CREATE_1, CREATE_10, CREATE_1000 -> create(connection, BenchmarkScene.members(job.members()), joined);
            case INBOX -> expect(BenchmarkScene.PAGE, inbox(connection));
            case THREAD -> expect(BenchmarkScene.THREAD_PAGE, thread(connection));
            case READ -> read(connection, BenchmarkScene.longSeq(turn), joined);
            case TOTALS -> totals(connection);
            case STAR -> star(connection, BenchmarkScene.longMessage(BenchmarkScene.longSeq(turn)), joined);
        }
    }

    private List<Shown> inbox(Connection connection) throws SQLException {
        return query(connection, inbox, ByHand::shown, PREVIEW, TENANT, CALLER);
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                id(row, 1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getInt(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                id(row, 16),
                row.getString(17),
                row.getLong(18),
                row.getString(19));
    }

    private List<Line> thread(Connection connection) throws SQLException {
        Object id = given(BenchmarkScene.LONG);
        return query(
                connection, thread, ByHand::line, TENANT, id, CALLER, (long) BenchmarkScene.THREAD_PAGE, TENANT, id);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                id(row, 1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getLong(12));
    }

    private void totals(Connection connection) throws SQLException {
        query(connection, totals, row -> row.getLong(1) + row.getLong(2), TENANT, CALLER);
    }

    /** A UUID as the driver takes it best. */
    Object given(UUID id) {
        return id;
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof UUID id ? id : UUID.fromString(value.toString());
    }

    /** Ids that rise with time, as the library's do. */
    static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    static long now() {
        return System.currentTimeMillis() * 1_000;
    }

    static int update(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> query(Connection connection, String text, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static void expect(int size, List<?> items) {
        if (items.size() != size) {
            throw new IllegalStateException("a page has " + items.size() + " items instead of " + size);
        }
    }

    @Override
    public final void rewind(Job job) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (job == Job.READ) {
                String text =
                        "update $member set read_seq = 0, read_total_all = 0 where tenant = ? and thread_id = ? and party = ?";
                update(connection, table(text), TENANT, given(BenchmarkScene.LONG), CALLER);
            } else if (job == Job.STAR) {
                update(connection, table("delete from $star where tenant = ? and party = ?"), TENANT, CALLER);
            }
        }
    }

    @Override
    public void close() {
        // The pool is its site's.
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private record Shown(
            UUID thread,
            long activityAt,
            long readSeq,
            int rights,
            int shape,
            String subject,
            String createdBy,
            long createdAt,
            long updatedAt,
            int members,
            long closedAt,
            long revision,
            long lastSeq,
            long unread,
            long stars,
            UUID lastId,
            String lastAuthor,
            long lastSentAt,
            String preview) {}

    private record Line(
            UUID id,
            long seq,
            String author,
            int kind,
            int visibility,
            String text,
            long quoted,
            long sentAt,
            long createdAt,
            boolean deleted,
            boolean read,
            long stars) {}
}
