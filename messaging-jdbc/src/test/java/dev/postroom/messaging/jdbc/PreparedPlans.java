package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Which statements PostgreSQL plans anew each time they are run. */
final class PreparedPlans {

    private static final int TURNS = 25;

    private PreparedPlans() {}

    /** Runs what mailboxes run most, often enough on one connection; answers what is still planned for each set of values. */
    static List<String> plannedAnew(String prefix) throws SQLException {
        try (HikariDataSource one = TestServer.pool(TestServer.POSTGRESQL.url(), true, 1)) {
            talk(JdbcStorage.open(one, JdbcOptions.defaults().tablePrefix(prefix)));
            return plannedAnew(one, prefix);
        }
    }

    private static void talk(JdbcStorage storage) {
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        Mailbox anna = messaging.as(UserId.of("anna"));
        Mailbox bob = messaging.as(UserId.of("bob"));
        for (int i = 0; i < TURNS; i++) {
            Sent first = anna.send(
                    NewThread.to(UserId.of("bob")).subject("Roof").text("When?").key("first-" + i));
            bob.reply(first.threadId(), Draft.text("Tomorrow"));
            Sent reply = bob.reply(first.threadId(), Draft.text("at 9").key("reply-" + i));
            anna.reply(first.threadId(), Draft.text("Yes").quoting(1).seen(3));
            bob.threads(ThreadQuery.inbox().first(20));
            bob.threads(ThreadQuery.inbox().unread().first(20));
            anna.threads(ThreadQuery.sent().first(20));
            anna.thread(first.threadId());
            anna.messages(first.threadId(), MessageQuery.newest().first(50));
            anna.unread();
            anna.markReadUpTo(reply.position());
            anna.markUnreadFrom(reply.position());
            anna.star(reply.messageId());
            anna.archive(reply.position());
            anna.direct(UserId.of("carol-" + i));
        }
    }

    private static List<String> plannedAnew(HikariDataSource one, String prefix) throws SQLException {
        List<String> anew = new ArrayList<>();
        int prepared = 0;
        try (Connection connection = one.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select statement, generic_plans, custom_plans from pg_prepared_statements"
                                + " where statement like '%" + prefix + "%'")) {
            while (rows.next()) {
                prepared++;
                if (rows.getLong(2) == 0 && rows.getLong(3) > 10) {
                    anew.add(rows.getString(1));
                }
            }
        }
        assertThat(prepared).isGreaterThan(15);
        return anew;
    }
}
