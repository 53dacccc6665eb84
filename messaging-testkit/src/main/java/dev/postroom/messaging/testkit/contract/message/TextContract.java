package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that the storage returns text and subjects exactly as they were stored, character by character.
 *
 * <p>Not asserted: NUL characters and unpaired surrogates, which never reach a storage.
 */
public abstract class TextContract extends StorageContract {

    private static final int LONG = 100_000;

    /** For adapters to extend. */
    protected TextContract() {}

    @ParameterizedTest
    @EnumSource
    void aTextComesBackExactly(Sample sample) {
        ThreadClient thread = group(ANNA, BOB);

        var stored = thread.say(ANNA, sample.text);

        assertThat(client.find(BOB, stored.messageId()).orElseThrow().text()).isEqualTo(sample.text);
        assertThat(thread.messages(BOB).get(0).text()).isEqualTo(sample.text);
        assertThat(sample.text)
                .startsWith(thread.summary(BOB).last().orElseThrow().preview());
    }

    @ParameterizedTest
    @EnumSource
    void aSubjectComesBackExactly(Sample sample) {
        ThreadClient thread =
                newThread(ANNA).with(BOB).subject(sample.text).says("hello").created();
        ThreadClient renamed = group(ANNA, BOB);
        renamed.rename(ANNA, sample.text);

        assertThat(thread.summary(BOB).subject()).isEqualTo(sample.text);
        assertThat(renamed.summary(BOB).subject()).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstTextComesBackExactly(Sample sample) {
        ThreadClient thread = newThread(ANNA).with(BOB).says(sample.text).created();

        assertThat(thread.messages(BOB).get(0).text()).isEqualTo(sample.text);
    }

    @Test
    void aLongTextComesBackExactly() {
        String text = "The roof leaks \uD83C\uDF27 again.\n".repeat(LONG).substring(0, LONG);
        ThreadClient thread = group(ANNA, BOB);

        thread.say(ANNA, text);

        assertThat(thread.messages(BOB).get(0).text().equals(text)).isTrue();
    }

    @Test
    void textsThatDifferLittleAreNotConfused() {
        ThreadClient thread = group(ANNA, BOB);
        Stream.of("joe", "Joe", "JOE", "jo\u00EB", "joe\u0308", "joe ", " joe").forEach(text -> thread.say(ANNA, text));

        assertThat(thread.messages(BOB))
                .extracting(view -> view.text())
                .containsExactly("joe", "Joe", "JOE", "jo\u00EB", "joe\u0308", "joe ", " joe");
    }

    @Test
    void aSubjectThatDiffersOnlyInCaseAccentOrBlanksIsAnotherOne() {
        ThreadClient thread = newThread(ANNA).subject("Roof").created();

        assertThat(thread.rename(ANNA, "Roof")).isEqualTo(UNCHANGED);
        assertThat(thread.rename(ANNA, "roof")).isEqualTo(CHANGED);
        assertThat(thread.rename(ANNA, "roof ")).isEqualTo(CHANGED);
        assertThat(thread.rename(ANNA, "ro\u00F6f ")).isEqualTo(CHANGED);
        assertThat(thread.rename(ANNA, "roo\u0308f ")).isEqualTo(CHANGED);
        assertThat(thread.rename(ANNA, "")).isEqualTo(CHANGED);
        assertThat(thread.info().subject()).isEmpty();
    }

    /** Texts that some databases change. */
    enum Sample {
        PLAIN("Hello"),
        EMOJI("\uD83D\uDE00\uD83D\uDE80"),
        JOINED_EMOJI("\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66"
                + " \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08"),
        COMBINING("Jo\u0308e caf\u00E9 cafe\u0301"),
        RIGHT_TO_LEFT("\u202B\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD\u202C"),
        ASIAN("\u65E5\u672C\u8A9E \uAD6D\uC5B4 \uD840\uDC0B"),
        LINES("one\ntwo\r\nthree\rfour\u2028five\n\n"),
        TABS("\ta\tb\t"),
        CONTROLS("a\u0001\u0007\u001Bb\u007F\u0085"),
        TRAILING_BLANKS("blanks   "),
        LEADING_BLANKS("   blanks"),
        BLANK("   "),
        ODD_BLANKS("\u00A0\u2003\uFEFFx\u200B"),
        QUOTES("it's \"quoted\" ''twice'' `here`"),
        BACKSLASHES("C:\\new\\table \\' \\\\ \\n \\u0041"),
        PATTERNS("100%_off %s {0} ${x} ?1 :name"),
        SQL("'; drop table messages; --"),
        MARKUP("<b>&amp;</b> <!-- x --> {\"a\":[1]}"),
        NONCHARACTERS("\uFFFD\uE000\uDBFF\uDFFD");

        private final String text;

        Sample(String text) {
            this.text = text;
        }
    }
}
