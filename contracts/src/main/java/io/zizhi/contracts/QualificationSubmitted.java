package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a qualification was handed in for review (审核中 IN_REVIEW).
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param revision 1 for the first submission, then counted up
 * @param name name of the qualification
 * @param companyName name of the owner, as on its certificate; null where the owner is a person
 * @param creditCode unified social credit code (GB 32100-2015) of the owner; null where it is a person
 * @param ownerType decides the policy of the review clock
 * @param purpose whether for the account itself or a third party
 * @param documentIds documents of this revision
 * @param contactId the phone verification whose number receives the result
 * @param submittedAt the instant from which the review clock runs
 * @param letter the authorization letter that is handed in and decided with it; null where there is none, or where it was
 *     approved before
 */
public record QualificationSubmitted(
        long qualificationId,
        long workOrder,
        String accountId,
        int revision,
        String name,
        @Nullable String companyName,
        @Nullable String creditCode,
        OwnerType ownerType,
        Purpose purpose,
        List<String> documentIds,
        String contactId,
        Instant submittedAt,
        @Nullable SubmittedLetter letter)
        implements QualificationEvent {

    /** A submission that carries no letter. */
    public QualificationSubmitted(
            long qualificationId,
            long workOrder,
            String accountId,
            int revision,
            String name,
            @Nullable String companyName,
            @Nullable String creditCode,
            OwnerType ownerType,
            Purpose purpose,
            List<String> documentIds,
            String contactId,
            Instant submittedAt) {
        this(
                qualificationId,
                workOrder,
                accountId,
                revision,
                name,
                companyName,
                creditCode,
                ownerType,
                purpose,
                documentIds,
                contactId,
                submittedAt,
                null);
    }
}
