package io.zizhi.qualification.catalogue.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.qualification.DecisionView;
import io.zizhi.qualification.model.qualification.ParticularsView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision with its form. Names are shown in full, id numbers and phones masked.
 *
 * @param number 1 for the first submission, then counted up
 * @param workOrder its work order
 * @param state what became of it
 * @param inForce whether it is the approved revision that counts
 * @param submittedAt when it was submitted
 * @param decision how it was decided, with the reviewer's words
 * @param particulars the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionView(
        int number,
        long workOrder,
        RevisionState state,
        boolean inForce,
        @Nullable Instant submittedAt,
        @Nullable DecisionView decision,
        ParticularsView particulars) {

    static RevisionView from(
            Qualification qualification, Revision revision, Optional<Decision> decision, Particulars form) {
        RevisionSummaryView summary = RevisionSummaryView.from(qualification, revision);
        return new RevisionView(
                summary.number(),
                summary.workOrder(),
                summary.state(),
                summary.inForce(),
                summary.submittedAt(),
                DecisionView.from(revision, decision).orElse(null),
                ParticularsView.from(form));
    }
}
