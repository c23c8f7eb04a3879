package io.zizhi.qualification.catalogue.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision in a list.
 *
 * @param number 1 for the first submission, then ascending
 * @param workOrder its work order
 * @param state its result
 * @param inForce whether this is the approved revision in force
 * @param submittedAt when it was submitted
 * @param decidedAt when it was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionSummaryView(
        int number,
        long workOrder,
        RevisionState state,
        boolean inForce,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt) {

    static RevisionSummaryView from(Qualification qualification, Revision revision) {
        return new RevisionSummaryView(
                revision.number().orElseThrow(),
                revision.workOrder().orElseThrow(),
                RevisionState.of(qualification, revision),
                qualification
                        .inForceRevision()
                        .filter(id -> id == revision.id())
                        .isPresent(),
                revision.submittedAt(),
                revision.decidedAt());
    }
}
