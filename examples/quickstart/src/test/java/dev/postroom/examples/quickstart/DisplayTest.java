package dev.postroom.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns stay in line whatever people write. */
class DisplayTest {

    @Test
    void widths() {
        assertEquals(4, Display.width("roof"));
        assertEquals(4, Display.width("Rene\u0301"));
        assertEquals(6, Display.width("有中国"));
        assertEquals(4, Display.width("שלום"));
        assertEquals(2, Display.width("👩🏽\u200d🌾"));
        assertEquals(2, Display.width("❤\uFE0F"));
        assertEquals(2, Display.width("🇫🇷"));
    }

    @Test
    void cutsAndPads() {
        assertEquals("roof  ", Display.fit("roof", 6, false));
        assertEquals("    12", Display.fit("12", 6, true));
        assertEquals("roof …", Display.fit("roof repair", 6, false));
        assertEquals("有中… ", Display.fit("有中国的么", 6, false));
        assertEquals("\u2068שלום\u2069 ", Display.fit("שלום", 5, false));
    }

    @Test
    void nothingMovesTheCursorOrTurnsTheLine() {
        assertEquals(" [2Jab ", Display.fit("\u001b[2J\u202Eab", 7, false));
    }

    @Test
    void wrapsBetweenWords() {
        assertEquals(List.of("When can", "you", "come?"), Display.wrap("When can you come?", 8));
        assertEquals(List.of("one", "", "two"), Display.wrap("one\n\ntwo", 8));
        assertEquals(List.of("http://a", "/b"), Display.wrap("http://a/b", 8));
    }
}
