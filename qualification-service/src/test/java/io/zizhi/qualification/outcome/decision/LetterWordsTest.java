package io.zizhi.qualification.outcome.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.model.revision.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterWordsTest {

    @Test
    void rewrites_pointers_into_letter_form() {
        Decision decision = new Decision(
                List.of(
                        new Decision.Reason("ID_EXPIRED", "/administrator/validTo", "a"),
                        new Decision.Reason("LETTER_UNSIGNED", "/letter/documentId", "b")),
                List.of());

        assertThat(LetterWords.of(decision, ReviewOutcome.REJECTED).reasons())
                .containsExactly(new Decision.Reason("LETTER_UNSIGNED", "/documentId", "b"));
    }

    @Test
    void applies_all_reasons_without_letter_pointers() {
        Decision decision = new Decision(
                List.of(), List.of(new Decision.Item("MATERIAL_INSUFFICIENT", "/moreMaterial", null, null)));

        assertThat(LetterWords.of(decision, ReviewOutcome.SUPPLEMENT_REQUESTED).items())
                .containsExactly(new Decision.Item("MATERIAL_INSUFFICIENT", "", null, null));
    }

    @Test
    void approved_letter_has_no_reasons() {
        Decision decision = new Decision(List.of(new Decision.Reason("ID_EXPIRED", "", null)), List.of());

        assertThat(LetterWords.of(decision, ReviewOutcome.APPROVED)).isEqualTo(Decision.WITHOUT_WORDS);
    }
}
