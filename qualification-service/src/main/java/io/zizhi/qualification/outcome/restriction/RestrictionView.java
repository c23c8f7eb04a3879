package io.zizhi.qualification.outcome.restriction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.outcome.restriction.reason.RestrictionReasonView;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The restriction of a qualification and, if it is suspended or revoked, why.
 *
 * @param qualificationId the qualification
 * @param version version of the qualification; also the entity tag
 * @param restriction whether the qualification is suspended or revoked
 * @param inForce whether an approved revision is in force; without one nothing can be restricted
 * @param boundSignatures number of bound signatures; they stay bound under a restriction
 * @param reason why it is suspended or revoked, with advice
 * @param note the supervisors' note to the applicant; shown to the owner only
 * @param since when it was suspended or revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestrictionView(
        long qualificationId,
        long version,
        Restriction restriction,
        boolean inForce,
        long boundSignatures,
        @Nullable RestrictionReasonView reason,
        @Nullable String note,
        @Nullable Instant since) {

    /**
     * @param behind the request behind the restriction; empty if the qualification is not restricted
     * @param note the note to the applicant; null if there is none or the reader may not see it
     */
    static RestrictionView from(
            Qualification qualification,
            long boundSignatures,
            Optional<RestrictionRequest> behind,
            @Nullable String note) {
        return new RestrictionView(
                qualification.id(),
                qualification.version(),
                qualification.restriction(),
                qualification.inForceRevision().isPresent(),
                boundSignatures,
                behind.map(RestrictionRequest::reason)
                        .map(RestrictionReasonView::from)
                        .orElse(null),
                note,
                behind.map(RestrictionRequest::closedAt).orElse(null));
    }

    /** Omits the note. */
    @Override
    public String toString() {
        return "RestrictionView[" + qualificationId + ", " + restriction + "]";
    }
}
