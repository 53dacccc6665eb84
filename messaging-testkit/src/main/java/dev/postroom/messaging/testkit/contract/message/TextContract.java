package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That text and subjects come back exactly as they went in, character by character.
 *
 * <p>Not asserted: NUL characters and lone surrogates, which never reach a storage.
 */
public abstract class TextContract extends StorageContract {

    private static final int LONG = 100_000;

    /** For adapters to extend. */
    protected TextContract() {}

    @ParameterizedTest
    @EnumSource
    void aTextComesBackExactly(Sample sample) {
        TestThread testThread = group(ANNA, BOB);

        var stored = testThread.say(ANNA, sample.text);

        assertThat(testTenant.find(BOB, stored.messageId()).orElseThrow().text())
                .isEqualTo(sample.text);
        assertThat(testThread.messages(BOB).get(0).text()).isEqualTo(sample.text);
        assertThat(sample.text)
                .startsWith(testThread.summary(BOB).last().orElseThrow().preview());
    }

    @ParameterizedTest
    @EnumSource
    void aSubjectComesBackExactly(Sample sample) {
        TestThread testThread =
                opening(ANNA).with(BOB).subject(sample.text).says("hello").testThread();
        TestThread renamed = group(ANNA, BOB);
        renamed.rename(ANNA, sample.text);

        assertThat(testThread.summary(BOB).subject()).isEqualTo(sample.text);
        assertThat(renamed.summary(BOB).subject()).isEqualTo(sample.text);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstTextComesBackExactly(Sample sample) {
        TestThread testThread = opening(ANNA).with(BOB).says(sample.text).testThread();

        assertThat(testThread.messages(BOB).get(0).text()).isEqualTo(sample.text);
    }

    @Test
    void aLongTextComesBackExactly() {
        String text = "The roof leaks \uD83C\uDF27 again.\n".repeat(LONG).substring(0, LONG);
        TestThread testThread = group(ANNA, BOB);

        testThread.say(ANNA, text);

        assertThat(testThread.messages(BOB).get(0).text().equals(text)).isTrue();
    }

    @Test
    void textsThatDifferLittleAreNotConfused() {
        TestThread testThread = group(ANNA, BOB);
        Stream.of("joe", "Joe", "JOE", "jo\u00EB", "joe\u0308", "joe ", " joe")
                .forEach(text -> testThread.say(ANNA, text));

        assertThat(testThread.messages(BOB))
                .extracting(view -> view.text())
                .containsExactly("joe", "Joe", "JOE", "jo\u00EB", "joe\u0308", "joe ", " joe");
    }

    @Test
    void aSubjectThatDiffersOnlyInCaseAccentOrBlanksIsAnotherOne() {
        TestThread testThread = opening(ANNA).subject("Roof").testThread();

        assertThat(testThread.rename(ANNA, "Roof")).isEqualTo(UNCHANGED);
        assertThat(testThread.rename(ANNA, "roof")).isEqualTo(CHANGED);
        assertThat(testThread.rename(ANNA, "roof ")).isEqualTo(CHANGED);
        assertThat(testThread.rename(ANNA, "ro\u00F6f ")).isEqualTo(CHANGED);
        assertThat(testThread.rename(ANNA, "roo\u0308f ")).isEqualTo(CHANGED);
        assertThat(testThread.rename(ANNA, "")).isEqualTo(CHANGED);
        assertThat(testThread.info().subject()).isEmpty();
    }

    /** Texts that some store somewhere has mangled. */
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
