package io.zizhi.qualification.outcome.restriction.request;

import io.zizhi.contracts.RestrictionReason;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRequest;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionAct;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to suspend, reinstate or revoke a qualification. A qualification has at most one open request.
 *
 * @param sealedNotes the encrypted {@link RestrictionNotes}, in Base64
 * @param restriction restriction of the qualification at the time of the request
 * @param inForceRevision revision in force at the time of the request
 */
public record RestrictionRequest(
        long id,
        long qualificationId,
        String accountId,
        RestrictionAct act,
        RestrictionReason reason,
        String sealedNotes,
        Restriction restriction,
        long inForceRevision,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt)
        implements TwoPersonRequest {

    static RestrictionRequest from(Row row) {
        return new RestrictionRequest(
                row.number("id"),
                row.number("qualification_id"),
                row.text("account_id"),
                RestrictionAct.valueOf(row.text("act")),
                RestrictionReason.valueOf(row.text("reason")),
                row.text("sealed_notes"),
                Restriction.valueOf(row.text("restriction")),
                row.number("in_force_revision"),
                row.text("requested_by"),
                row.instant("requested_at"),
                TwoPersonState.valueOf(row.text("state")),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"));
    }

    /**
     * Fails with 409 if the qualification was deleted, restricted or got another revision in force since the request.
     * Edits of a working copy do not count, because an applicant could hold off a suspension by editing.
     */
    public void requireUnchanged(Qualification qualification) {
        if (qualification.isDeleted()
                || qualification.restriction() != restriction
                || !qualification.inForceRevision().equals(Optional.of(inForceRevision))) {
            throw Problems.conflict(
                    "QUALIFICATION_CHANGED",
                    "The qualification has changed since the request was made. Cancel the request and make a new"
                            + " one.");
        }
    }
}
