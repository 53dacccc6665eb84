package dev.postroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.ThreadRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    @Test
    void eachLimitIsChangedAlone() {
        Limits limits = Limits.DEFAULT
                .textLength(1)
                .subjectLength(2)
                .members(3)
                .pageSize(4, 5)
                .previewLength(6)
                .unreadThreads(7);
        assertThat(limits).isEqualTo(new Limits(1, 2, 3, 4, 5, 6, 7));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aLimitOutOfItsRangeIsRefusedWithItsName(String field, Runnable change) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(change::run)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                of("textLength", () -> Limits.DEFAULT.textLength(0)),
                of("textLength", () -> Limits.DEFAULT.textLength(1_000_001)),
                of("subjectLength", () -> Limits.DEFAULT.subjectLength(1_001)),
                of("members", () -> Limits.DEFAULT.members(100_001)),
                of("defaultPageSize", () -> Limits.DEFAULT.pageSize(6, 5)),
                of("maximumPageSize", () -> Limits.DEFAULT.pageSize(5, 1_001)),
                of("previewLength", () -> Limits.DEFAULT.previewLength(0)),
                of("unreadThreads", () -> Limits.DEFAULT.unreadThreads(0)),
                of("minimumMembers", () -> ThreadRules.DEFAULT.minimumMembers(0)));
    }

    private static Arguments of(String field, Runnable change) {
        return Arguments.of(field, change);
    }
}
