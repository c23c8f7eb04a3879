package io.zizhi.qualification.outcome.restriction.request;

import io.zizhi.contracts.RestrictionReason;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.Text;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionAct;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a qualification be suspended, reinstated or revoked.
 *
 * @param act what to do
 * @param reason why; see {@code GET /v1/restriction-reasons} for the reasons of each act
 * @param note note to the applicant, shown once the act is confirmed
 * @param internalNote note for the second supervisor; never shown to the applicant
 */
public record RequestedRestriction(
        @NotNull(message = "FIELD_REQUIRED") RestrictionAct act,

        @NotNull(message = "FIELD_REQUIRED") RestrictionReason reason,

        @Text(max = MAX_NOTE, lines = true) @Nullable String note,

        @Text(max = MAX_NOTE, lines = true) @Nullable String internalNote) {

    static final int MAX_NOTE = 500;

    /** Fails with 422 if the reason does not justify the act. */
    public void requireApplicableReason() {
        if (!act.isJustifiedBy(reason)) {
            throw Problems.unprocessable(
                    "REASON_NOT_APPLICABLE",
                    "The reason does not apply to this act.",
                    List.of(new Violation("/reason", "REASON_NOT_APPLICABLE", "Use a reason of the act " + act + ".")));
        }
    }

    public RestrictionNotes notes() {
        return new RestrictionNotes(note, internalNote);
    }

    /** Omits the notes. */
    @Override
    public String toString() {
        return "RequestedRestriction[" + act + ", " + reason + "]";
    }
}
