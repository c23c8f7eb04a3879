package io.zizhi.qualification.catalogue.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.DecisionView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationFormView;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision with its form. Names are shown in full; id numbers and phones are masked.
 *
 * @param number 1 for the first submission, then ascending
 * @param workOrder its work order
 * @param state its result
 * @param inForce whether this is the approved revision in force
 * @param submittedAt when it was submitted
 * @param decision the decision, with the reviewer's notes
 * @param form the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionView(
        int number,
        long workOrder,
        RevisionState state,
        boolean inForce,
        @Nullable Instant submittedAt,
        @Nullable DecisionView decision,
        QualificationFormView form) {

    static RevisionView from(
            Qualification qualification, Revision revision, Optional<Decision> decision, QualificationForm form) {
        RevisionSummaryView summary = RevisionSummaryView.from(qualification, revision);
        return new RevisionView(
                summary.number(),
                summary.workOrder(),
                summary.state(),
                summary.inForce(),
                summary.submittedAt(),
                DecisionView.from(revision, decision).orElse(null),
                QualificationFormView.from(form));
    }
}
