package dev.postroom.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that codes never change, because databases and other programs keep them. */
class CodesTest {

    @Test
    void errorCodesAreWrittenInLowerCaseWhateverTheLocale() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wire))
                .containsExactly("not_found", "forbidden", "invalid", "conflict", "closed", "too_large", "storage");
    }

    @Test
    void rightsKeepTheirBits() {
        assertThat(Arrays.stream(Right.values()).map(Right::bit)).containsExactly(1, 2, 4, 8, 16);
        assertThat(Rights.MEMBER.bits()).isEqualTo(7);
        assertThat(Rights.MANAGER.bits()).isEqualTo(15);
        assertThat(Rights.MANAGER.past().bits()).isEqualTo(1);
        assertThat(Rights.MANAGER.asSet())
                .containsExactlyInAnyOrderElementsOf(List.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE));
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> new Rights(32));
    }

    @Test
    void noDescriptionHoldsASubjectOrAText() {
        Message message = new Message(
                MessageId.parse("01900000-0000-7000-8000-000000000001"),
                Position.of(ThreadId.parse("01900000-0000-7000-8000-000000000002"), 1),
                UserId.of("anna"),
                MessageKind.NORMAL,
                Visibility.EVERYONE,
                "secret",
                java.util.OptionalLong.empty(),
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH,
                false);
        assertThat(message.toString()).doesNotContain("secret");
        assertThat(new MessageView(message, true, true, true).toString()).doesNotContain("secret");
    }
}
