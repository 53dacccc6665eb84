package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.Commands.ANNA;
import static dev.postroom.messaging.jdbc.Commands.BOB;
import static dev.postroom.messaging.jdbc.Commands.NOW;
import static dev.postroom.messaging.jdbc.Commands.append;
import static dev.postroom.messaging.jdbc.Commands.as;
import static dev.postroom.messaging.jdbc.Commands.group;
import static dev.postroom.messaging.jdbc.Commands.message;
import static dev.postroom.messaging.jdbc.Commands.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that the first version filled becomes one that this version could have filled. */
class MigrationTest {

    private static final Party CAROL = UserId.of("carol");

    static Stream<TestServer> servers() {
        return Stream.of(TestServer.POSTGRESQL, TestServer.MARIADB);
    }

    @Test
    void whatWasStoredOnH2IsAsIfThisVersionHadStoredIt() {
        JdbcConnectionPool pool = H2Fixture.pool();
        try {
            migrated(pool, "old_", "new_", 0);
        } finally {
            pool.dispose();
        }
    }

    @Test
    void whoDiedAnywhereInTheFileIsNoObstacle() {
        JdbcConnectionPool pool = H2Fixture.pool();
        try {
            int statements = files(pool, "old_").statements(2).size();
            for (int done = 1; done <= statements; done++) {
                migrated(pool, "old" + done + "_", "new" + done + "_", done);
            }
        } finally {
            pool.dispose();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("servers")
    void whatWasStoredOnAServerIsAsIfThisVersionHadStoredIt(TestServer server) {
        DataSource pool = server.pool();
        try {
            migrated(pool, "old_", "new_", 0);
            int statements = files(pool, "old_").statements(2).size();
            for (int done = 1; done <= statements; done++) {
                Tables.drop(pool, "old_");
                Tables.drop(pool, "new_");
                migrated(pool, "old_", "new_", done);
            }
        } finally {
            Tables.drop(pool, "old_");
            Tables.drop(pool, "new_");
        }
    }

    /** Fills tables of this version, takes from them what the first one had, and migrates that. */
    private static void migrated(DataSource pool, String before, String now, int done) {
        JdbcOptions options = JdbcOptions.defaults().migrate();
        fill(JdbcStorage.open(pool, options.tablePrefix(now)));
        Tables.execute(
                pool,
                List.of("create table " + before
                        + "schema (version int not null primary key, name varchar(200) not null)"));
        Tables.execute(pool, files(pool, before).statements(1));
        Tables.execute(pool, List.of("insert into " + before + "schema (version, name) values (1, '001')"));
        for (String table : Tables.OF_DOMAIN) {
            boolean log = table.equals("log");
            List<String> computed = table.equals("member") ? List.of("box", "fresh", "sent_at") : List.of();
            Tables.copy(pool, now + table, before + table, log ? List.of("id") : computed, log ? " order by id" : "");
        }
        Tables.execute(pool, files(pool, before).statements(2).subList(0, done));

        JdbcStorage storage = JdbcStorage.open(pool, options.tablePrefix(before));

        assertThat(storage.inspection().selfCheck()).isEmpty();
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
        for (String table : Tables.OF_DOMAIN) {
            assertThat(rows(pool, before + table)).as(table).isEqualTo(rows(pool, now + table));
        }
    }

    /** Without the numbers of log rows: MariaDB draws some for nothing. */
    private static List<String> rows(DataSource pool, String table) {
        return Tables.rows(pool, table).stream()
                .map(row -> row.replaceAll("\\bid=\\d+ ", ""))
                .sorted()
                .toList();
    }

    private static SchemaFiles files(DataSource pool, String prefix) {
        Dialect dialect = Opening.names(pool, JdbcOptions.defaults()).dialect();
        return new SchemaFiles(new Names(prefix, dialect), dialect);
    }

    /** Threads without a message, with notes and system messages, that were left, joined again, archived, deleted. */
    private static void fill(JdbcStorage storage) {
        storage.threads().create(without(newThread()));
        storage.threads().create(group(newThread(), 2));
        ThreadId notes = newThread();
        storage.threads().create(group(notes, 1));
        Rights insider = Rights.of(Right.VIEW, Right.SEND, Right.INTERNAL);
        add(storage, notes, new NewMember(CAROL, insider, NewMember.History.FULL));
        storage.messages().append(append(CAROL, notes, of(MessageKind.NORMAL, Visibility.INTERNAL)));
        storage.messages().append(append(BOB, notes, message("Tomorrow")));
        storage.messages().append(append(CAROL, notes, of(MessageKind.NORMAL, Visibility.INTERNAL)));
        storage.messages().append(append(BOB, notes, of(MessageKind.SYSTEM, Visibility.EVERYONE)));
        storage.positions().move(as(BOB), Move.DELETE, Position.of(notes, 2), NOW);
        ThreadId left = newThread();
        storage.threads().create(group(left, 1));
        storage.messages().append(append(BOB, left, message("at 9")));
        storage.positions().move(as(ANNA), Move.ARCHIVE, Position.of(left, 2), NOW);
        storage.threads()
                .change(as(ANNA), left, new ThreadChange.RemoveMembers(List.of(BOB)), OptionalLong.empty(), NOW);
        storage.messages().append(append(ANNA, left, message("Where are you?")));
        add(storage, left, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));
        add(storage, left, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FROM_JOIN));
    }

    private static void add(JdbcStorage storage, ThreadId thread, NewMember member) {
        storage.threads()
                .change(as(ANNA), thread, new ThreadChange.AddMembers(List.of(member), 100), OptionalLong.empty(), NOW);
    }

    private static CreateThread without(ThreadId thread) {
        CreateThread with = group(thread, 1);
        return new CreateThread(
                with.by(),
                thread,
                with.shape(),
                with.subject(),
                with.rules(),
                with.members(),
                Optional.empty(),
                with.pair(),
                with.key(),
                with.at());
    }

    private static NewMessage of(MessageKind kind, Visibility visibility) {
        NewMessage message = message("text");
        return new NewMessage(message.id(), kind, visibility, message.text(), message.quotedSeq(), message.sentAt());
    }
}
