package io.zizhi.qualification.model.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterStatusTest {

    @ParameterizedTest
    @EnumSource
    void allows_only_listed_transitions(LetterStatus from) {
        Set<LetterStatus> expected = switch (from) {
            case DRAFT, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN -> EnumSet.of(LetterStatus.IN_REVIEW);
            case IN_REVIEW ->
                EnumSet.of(
                        LetterStatus.APPROVED,
                        LetterStatus.REJECTED,
                        LetterStatus.SUPPLEMENT_REQUIRED,
                        LetterStatus.WITHDRAWN);
            case APPROVED -> EnumSet.noneOf(LetterStatus.class);
        };
        for (LetterStatus to : LetterStatus.values()) {
            assertThat(from.canMoveTo(to)).as("%s to %s", from, to).isEqualTo(expected.contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void forbids_editing_in_review_and_after_approval(LetterStatus status) {
        assertThat(status.allowsEditing())
                .isEqualTo(status != LetterStatus.IN_REVIEW && status != LetterStatus.APPROVED);
        assertThat(status.allowsDeletion()).isEqualTo(status != LetterStatus.IN_REVIEW);
    }
}
