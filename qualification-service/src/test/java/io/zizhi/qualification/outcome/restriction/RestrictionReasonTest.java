package io.zizhi.qualification.outcome.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionReasonTest {

    @ParameterizedTest
    @EnumSource
    void every_act_has_a_reason(RestrictionAct act) {
        assertThat(Arrays.stream(RestrictionReason.values()).filter(reason -> reason.isFor(act)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void texts_exist_in_both_languages(RestrictionReason reason) {
        assertThat(reason.zh() + reason.adviceZh()).containsPattern("\\p{IsHan}");
        assertThat(reason.en() + reason.adviceEn()).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void rejects_reason_of_another_act() {
        var asked = new RequestedRestriction(RestrictionAct.SUSPEND, RestrictionReason.RESOLVED, null, null);
        assertThatThrownBy(asked::requireApplicableReason)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("REASON_NOT_APPLICABLE"));
        new RequestedRestriction(RestrictionAct.REINSTATE, RestrictionReason.RESOLVED, null, null)
                .requireApplicableReason();
    }

    @Test
    void notes_are_never_printed() {
        var asked = new RequestedRestriction(
                RestrictionAct.SUSPEND, RestrictionReason.COMPLAINTS, "to the applicant", "internal");
        assertThat(asked + " " + asked.notes()).doesNotContain("to the applicant", "internal");
    }
}
