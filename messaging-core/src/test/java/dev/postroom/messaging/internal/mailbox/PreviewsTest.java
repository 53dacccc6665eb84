package dev.postroom.messaging.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewsTest {

    @Test
    void aPreviewIsOneLine() {
        assertThat(Previews.line("  When\n\n can\tyou  come? ", 75)).isEqualTo("When can you come?");
    }

    @Test
    void aPreviewIsAtMostAsLongAsItsLimit() {
        assertThat(Previews.line("x".repeat(76), 75)).isEqualTo("x".repeat(75));
        assertThat(Previews.line("x".repeat(75), 75)).isEqualTo("x".repeat(75));
        assertThat(Previews.line("one two three", 8)).isEqualTo("one two");
    }

    @Test
    void aPreviewNeverCutsACharacterInTwo() {
        assertThat(Previews.line("ab😀cd", 3)).isEqualTo("ab");
        assertThat(Previews.line("abe\u0301cd", 3)).isEqualTo("ab");
        assertThat(Previews.line("😀😀", 1)).isEmpty();
    }
}
