package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.jdbc.internal.box.BoxSql;
import dev.postroom.messaging.jdbc.internal.box.SummarySql;
import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.H2Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.MariaDbDialect;
import dev.postroom.messaging.jdbc.internal.dialect.PostgresDialect;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.inspection.InspectionSql;
import dev.postroom.messaging.jdbc.internal.inspection.SelfCheckSql;
import dev.postroom.messaging.jdbc.internal.message.ClaimSql;
import dev.postroom.messaging.jdbc.internal.message.DeleteSql;
import dev.postroom.messaging.jdbc.internal.message.MessageSql;
import dev.postroom.messaging.jdbc.internal.personal.PersonalSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.session.StepByStep;
import dev.postroom.messaging.jdbc.internal.thread.MembershipSql;
import dev.postroom.messaging.jdbc.internal.thread.ThreadSql;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All SQL there is: each statement of a mailbox names its tenant, for every table it reads. */
class SqlTextsTest {

    private static final List<Class<?>> OF_MAILBOXES = List.of(
            BoxSql.class,
            ClaimSql.class,
            DeleteSql.class,
            InspectionSql.class,
            MembershipSql.class,
            MessageSql.class,
            PersonalSql.class,
            SummarySql.class,
            ThreadSql.class);

    /** A table with its alias, where one is read or changed. */
    private static final Pattern READ = Pattern.compile("(?:from|join|update|delete from) \\$(\\w+) (\\w+)");

    private static final Pattern WRITTEN = Pattern.compile("insert into \\$\\w+ \\(tenant, ");

    private final Dialect dialect = H2Dialect.embedded(Duration.ZERO);

    @Test
    void eachTableOfAMailboxStatementIsOfOneTenant() throws IllegalAccessException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(300);
        // Some locales have digits of their own.
        assertThat(texts).allSatisfy(text -> assertThat(text).isASCII());
        for (String text : texts) {
            Matcher read = READ.matcher(text);
            while (read.find()) {
                assertThat(text)
                        .as("tenant of the table %s", read.group(1))
                        .containsPattern("\\b" + read.group(2) + "\\.tenant = :tenant\\b");
            }
            assertThat(text).containsPattern("\\btenant\\b");
            assertThat(Pattern.compile("insert into").matcher(text).results().count())
                    .as("inserts that begin with the tenant: %s", text)
                    .isEqualTo(WRITTEN.matcher(text).results().count());
        }
    }

    @Test
    void eachStatementBeginsWithTheNameOfItsOperation() throws IllegalAccessException {
        assertThat(texts())
                .allSatisfy(text -> assertThat(text)
                        .containsPattern("^/\\* postroom [a-z ]+ \\*/\\s(select|insert|update|delete|with|begin) ?"));
    }

    @Test
    void noStatementHoldsAValue() throws IllegalAccessException {
        assertThat(texts())
                .allSatisfy(text -> assertThat(text.replace("text = ''", "")
                                .replace("else '' end", "")
                                .replace("'postroom.locked'", ""))
                        .doesNotContain("'"));
    }

    @Test
    void noOtherClassHoldsStatements() {
        assertThat(OF_MAILBOXES).doesNotContain(InstallationSql.class, SelfCheckSql.class);
        assertThat(SelfCheckSql.all().values())
                .allSatisfy(text -> assertThat(text).startsWith("select "));
    }

    private List<String> texts() throws IllegalAccessException {
        List<String> texts = new ArrayList<>(ofPlans());
        for (Class<?> type : OF_MAILBOXES) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                Object value = field.getType() == String.class || field.getType() == LoggedChange.class
                        ? field.get(null)
                        : null;
                if (value instanceof LoggedChange change) {
                    texts.add(dialect.logged(change));
                    texts.add(new PostgresDialect(false).logged(change));
                    texts.add(new MariaDbDialect().logged(change).replaceAll("'[^']*'", ""));
                } else if (value instanceof String text && isStatement(text)) {
                    texts.add(text);
                }
            }
        }
        for (Box box : Box.values()) {
            for (Filter filter : Filter.values()) {
                texts.addAll(Stream.of(true, false)
                        .map(after -> BoxSql.page(box, filter, after))
                        .toList());
                texts.add(BoxSql.count(box, filter));
            }
        }
        return texts;
    }

    /** Every plan of one text, and the statements of every plan that is sent step by step. */
    private static List<String> ofPlans() {
        List<String> texts = new ArrayList<>();
        Dialect postgres = new PostgresDialect(false);
        Dialect mariaDb = new MariaDbDialect();
        for (WritePlan plan : Plans.all()) {
            texts.add(postgres.plan(plan).split(";", 2)[0]);
            texts.add(postgres.plan(plan));
            texts.add(mariaDb.plan(plan).replaceAll("'[^']*'", ""));
            texts.addAll(StepByStep.of(plan).texts());
        }
        return texts;
    }

    private static boolean isStatement(String text) {
        return text.startsWith("/*") && !text.contains("%s");
    }
}
