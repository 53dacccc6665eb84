package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.NewMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of drivers and servers that hosts have: they make no difference, or are refused. */
@Tag("slow")
class SettingsTest {

    private static HikariDataSource with(TestServer server, String setting) {
        return TestServer.pool(server.url() + (server.url().contains("?") ? "&" : "?") + setting, true);
    }

    private static JdbcOptions options(TestServer server) {
        return JdbcOptions.defaults().tablePrefix(server.takePrefix()).migrate();
    }

    @Test
    void aDriverThatSplitsScriptsIsRefused() {
        try (HikariDataSource pool = with(TestServer.POSTGRESQL, "preferQueryMode=simple")) {
            JdbcOptions options = options(TestServer.POSTGRESQL);
            assertThatThrownBy(() -> JdbcStorage.open(pool, options))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("preferQueryMode");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collation_connection=utf8mb3_general_ci", "collation_connection=latin1_swedish_ci"})
    void connectionsThatLoseCharactersAreRefused(String setting) {
        try (HikariDataSource pool = with(TestServer.MARIADB, "sessionVariables=" + setting)) {
            JdbcOptions options = options(TestServer.MARIADB);
            assertThatThrownBy(() -> JdbcStorage.open(pool, options))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("utf8mb4");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "useAffectedRows=true",
                "useServerPrepStmts=true",
                "sessionVariables=sql_mode=''",
                "sessionVariables=sql_mode='ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES'"
            })
    void otherSettingsMakeNoDifference(String setting) {
        try (HikariDataSource pool = with(TestServer.MARIADB, setting)) {
            JdbcStorage storage = JdbcStorage.open(pool, options(TestServer.MARIADB));
            ThreadId thread = newThread();
            storage.threads().create(group(thread, 2));
            NewMessage first = message("it's 'quoted' and \\ 😀");
            NewMessage second = message("Tomorrow");
            storage.messages().append(append(BOB, thread, first));
            storage.messages().append(append(BOB, thread, second));
            ChangeOutcome changed = new ChangeOutcome.Changed();
            assertThat(storage.messages().hide(as(ANNA), second.id(), NOW)).isEqualTo(changed);
            assertThat(storage.messages().hide(as(ANNA), first.id(), NOW)).isEqualTo(changed);
            assertThat(storage.stars().setMessage(as(BOB), first.id(), true, NOW))
                    .isEqualTo(changed);
            assertThat(seen(storage, BOB, Position.of(thread, 2)).get(0).text()).isEqualTo(first.text());
            assertThat(storage.positions().readAll(as(BOB), NOW)).isEqualTo(1);
            assertThat(storage.inspection().selfCheck()).isEmpty();
        }
    }
}
