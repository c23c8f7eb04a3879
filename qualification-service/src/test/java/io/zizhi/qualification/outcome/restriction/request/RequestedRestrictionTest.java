package io.zizhi.qualification.outcome.restriction.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.RestrictionReason;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionAct;
import org.junit.jupiter.api.Test;

class RequestedRestrictionTest {

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
