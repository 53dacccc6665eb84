package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.spi.Claim;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests that codes never change, because databases keep them. */
class StoredCodesTest {

    @Test
    void changeTypesKeepTheirCodes() {
        assertThat(Arrays.stream(ChangeType.values()).map(Codes.CHANGE::of))
                .containsExactly(1, 2, 3, 4, 10, 11, 12, 20, 21, 30, 31, 32, 40, 41);
        for (ChangeType type : ChangeType.values()) {
            assertThat(Codes.CHANGE.from(Codes.CHANGE.of(type))).isEqualTo(type);
        }
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Codes.CHANGE.from(0));
    }

    @Test
    void claimsKeepTheirCodes() {
        assertThat(Codes.CLAIM.of(Claim.Kind.PAIR)).isEqualTo(1);
        assertThat(Codes.CLAIM.of(Claim.Kind.KEY)).isEqualTo(2);
    }
}
