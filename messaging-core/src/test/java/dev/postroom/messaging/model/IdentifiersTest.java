package dev.postroom.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {

    record Kind(String field, int limit, Function<String, Object> maker) {}

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("userId", 128, UserId::of),
                new Kind("guestId", 255, GuestId::of),
                new Kind("applicationId", 128, ApplicationId::of),
                new Kind("systemId", 128, SystemId::of),
                new Kind("tenantId", 64, TenantId::of),
                new Kind("key", 128, ClientKey::of),
                new Kind("cursor", 200, Cursor::of));
    }

    static Stream<Arguments> refused() {
        return kinds().flatMap(kind -> Stream.of(
                        null,
                        "",
                        " \t ",
                        "\u3000",
                        "x".repeat(kind.limit() + 1),
                        "a\0b",
                        "a\ud800",
                        "\udc00a",
                        "a\ud800b",
                        "\ud83d\ud83d\ude00")
                .map(value -> Arguments.of(kind, value)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeAnIdIsRefusedWithItsField(Kind kind, String value) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> kind.maker().apply(value))
                .satisfies(e -> assertThat(e.field()).isEqualTo(kind.field()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdMayBeAsLongAsItsLimitAndHoldAnyOtherCharacter(Kind kind) {
        String longest = "x".repeat(kind.limit());
        assertThat(kind.maker().apply(longest)).hasToString(described(kind, longest));
        String odd = " Jöe\n'\"%_\\😀\u0301 ";
        assertThat(kind.maker().apply(odd)).hasToString(described(kind, odd));
    }

    @Test
    void idsThatDifferOnlyInCaseAccentTrailingBlankOrKindAreDifferent() {
        assertThat(Stream.of("joe", "Joe", "jöe", "jo\u0308e", "joe ").map(UserId::of))
                .doesNotHaveDuplicates();
        assertThat((Object) UserId.of("42")).isNotEqualTo(GuestId.of("42"));
        assertThat(UserId.of("42").key()).isNotEqualTo(GuestId.of("42").key());
    }

    @ParameterizedTest
    @MethodSource("parties")
    void theKeyOfAPartyReadsBackAsTheParty(Party party) {
        assertThat(Party.parse(party.key())).isEqualTo(party);
        assertThat(party.key().length()).isLessThanOrEqualTo(Party.MAX_KEY_LENGTH);
    }

    static Stream<Party> parties() {
        return Stream.of(
                UserId.of("u:a"),
                GuestId.of("x".repeat(255)),
                ApplicationId.of(" a "),
                SystemId.of("host"),
                Party.of(PartyKind.GUEST, "a@example.org"));
    }

    @ParameterizedTest
    @MethodSource("notKeys")
    void whatIsNotTheKeyOfAPartyIsRefused(String text) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> Party.parse(text))
                .satisfies(e -> assertThat(e.field()).isNotEmpty());
    }

    static Stream<String> notKeys() {
        return Stream.of("", "u", "u:", "x:anna", "anna", "u-anna", "u: ");
    }

    @Test
    void threadAndMessageIdsAreReadStrictly() {
        String text = "01900000-0000-7000-8000-000000000001";
        assertThat(ThreadId.parse(text)).hasToString(text);
        assertThat(MessageId.parse(text.toUpperCase(java.util.Locale.ROOT))).hasToString(text);
        for (String wrong :
                new String[] {"", "1-1-1-1-1", text + "0", text.replace('-', '0'), "g" + text.substring(1)}) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(() -> ThreadId.parse(wrong))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("threadId"));
            assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> MessageId.parse(wrong));
        }
    }

    @Test
    void aPositionIsNotNegative() {
        ThreadId thread = ThreadId.parse("01900000-0000-7000-8000-000000000001");
        assertThat(Position.of(thread, 0).seq()).isZero();
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> Position.of(thread, -1));
    }

    private static String described(Kind kind, String id) {
        return switch (kind.field()) {
            case "userId" -> "user " + id;
            case "guestId" -> "guest " + id;
            case "applicationId" -> "application " + id;
            case "systemId" -> "system " + id;
            default -> id;
        };
    }
}
