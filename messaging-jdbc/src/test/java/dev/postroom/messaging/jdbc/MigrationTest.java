package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.schema.Schema;
import dev.postroom.messaging.jdbc.internal.schema.SchemaFiles;
import dev.postroom.messaging.jdbc.internal.transaction.JdbiSetup;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.ThreadChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that an older version has filled becomes one of a newer version. The newer one has a migration of the tests'
 * own, as long as the library has only one.
 */
class MigrationTest {

    private static final Party CAROL = UserId.of("carol");
    private static final List<String> NEWER = Stream.concat(SchemaFiles.RELEASED.stream(), Stream.of("002-colours.sql"))
            .toList();
    private static final int NEWEST = NEWER.size();

    static Stream<TestServer> servers() {
        return Stream.of(TestServer.POSTGRESQL, TestServer.MARIADB);
    }

    @Test
    void onH2WhatIsStoredIsMigratedWhereverAnEarlierTryDied() {
        JdbcConnectionPool pool = H2Fixture.pool();
        try {
            migratedFromAnyStatement(pool, "m_");
        } finally {
            pool.dispose();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("servers")
    void onAServerWhatIsStoredIsMigratedWhereverAnEarlierTryDied(TestServer server) {
        DataSource pool = server.pool();
        try {
            migratedFromAnyStatement(pool, "m_");
        } finally {
            drop(pool, "m_");
        }
    }

    private static void migratedFromAnyStatement(DataSource pool, String prefix) {
        int statements = files(pool, prefix).statements(NEWEST).size();
        assertThat(statements).isGreaterThan(2);
        for (int done = 0; done <= statements; done++) {
            migrated(pool, prefix, done);
            drop(pool, prefix);
        }
    }

    private static void migrated(DataSource pool, String prefix, int done) {
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix);
        fill(JdbcStorage.open(pool, options.migrate()));
        List<List<String>> before = Tables.OF_DOMAIN.stream()
                .map(table -> Tables.rows(pool, prefix + table))
                .toList();
        Tables.execute(pool, files(pool, prefix).statements(NEWEST).subList(0, done));

        migrate(pool, prefix);
        migrate(pool, prefix);

        assertThat(Tables.rows(pool, prefix + "thread"))
                .hasSizeGreaterThan(2)
                .allMatch(row -> row.contains("colour=red") || row.contains("colour=blue"))
                .anyMatch(row -> row.contains("colour=red"));
        assertThat(Tables.count(pool, prefix + "colour")).isZero();
        assertThat(Tables.OF_DOMAIN.stream()
                        .map(table -> Tables.rows(pool, prefix + table).stream()
                                .map(row -> row.replaceAll("\\bcolour=\\w+ ?", ""))
                                .sorted()
                                .toList()))
                .as("everything else")
                .containsExactlyElementsOf(before);
        assertThatThrownBy(() -> JdbcStorage.open(pool, options))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version");
    }

    private static void migrate(DataSource pool, String prefix) {
        Dialect dialect = Opening.names(pool, JdbcOptions.defaults()).dialect();
        SqlRenderer names = new SqlRenderer(prefix, dialect);
        Jdbi jdbi = JdbiSetup.of(pool::getConnection, dialect, Duration.ofSeconds(10));
        jdbi.useHandle(guard -> new Schema(names, dialect, NEWER).migrate(jdbi, guard));
    }

    private static void drop(DataSource pool, String prefix) {
        Tables.execute(pool, List.of("drop table if exists " + prefix + "colour"));
        Tables.drop(pool, prefix);
    }

    private static SchemaFiles files(DataSource pool, String prefix) {
        Dialect dialect = Opening.names(pool, JdbcOptions.defaults()).dialect();
        return new SchemaFiles(new SqlRenderer(prefix, dialect), dialect, NEWER);
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
