package io.zizhi.qualification.outcome.restriction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.RestrictionReason;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionAct;
import io.zizhi.qualification.outcome.restriction.request.RestrictionNotes;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to suspend, reinstate or revoke a qualification, with its outcome.
 *
 * @param id id of the request
 * @param qualificationId the qualification
 * @param accountId account that owns the qualification
 * @param act what to do
 * @param reason why
 * @param requestedBy supervisor who made the request; another supervisor must confirm it
 * @param requestedAt when the request was made
 * @param state state of the request
 * @param closedBy supervisor who confirmed the request or cancelled it
 * @param closedAt when the request was confirmed or cancelled
 * @param note note to the applicant; only in the answer of {@code getRestrictionRequest}
 * @param internalNote note for supervisors; only in the answer of {@code getRestrictionRequest}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestrictionRequestView(
        long id,
        long qualificationId,
        String accountId,
        RestrictionAct act,
        RestrictionReason reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String note,
        @Nullable String internalNote) {

    static RestrictionRequestView from(RestrictionRequest request) {
        return from(request, new RestrictionNotes(null, null));
    }

    static RestrictionRequestView from(RestrictionRequest request, RestrictionNotes notes) {
        return new RestrictionRequestView(
                request.id(),
                request.qualificationId(),
                request.accountId(),
                request.act(),
                request.reason(),
                request.requestedBy(),
                request.requestedAt(),
                request.state(),
                request.closedBy(),
                request.closedAt(),
                notes.note(),
                notes.internalNote());
    }

    /** Omits the notes. */
    @Override
    public String toString() {
        return "RestrictionRequestView[" + id + "]";
    }
}
