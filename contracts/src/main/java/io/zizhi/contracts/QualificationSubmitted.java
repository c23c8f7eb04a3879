package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a qualification was submitted for review (审核中 IN_REVIEW).
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param revision 1 for the first submission; then counts up
 * @param name name of the qualification
 * @param companyName name of the owner as on its certificate; null if the owner is a person
 * @param creditCode unified social credit code (GB 32100-2015) of the owner; null if the owner is a person
 * @param ownerType kind of owner; selects the policy of the review clock
 * @param purpose whether for the account itself or a third party
 * @param documentIds ids of the documents of this revision
 * @param contactId the phone verification whose number receives the result
 * @param submittedAt when the review clock starts
 * @param letter the authorization letter submitted and decided together with it; null if there is none or it was
 *     approved before
 * @param personAccounts other accounts, verified as a person whom the form names or who submits it; at most 100. Nobody
 *     reviews a submission of their own person. Empty in events of earlier versions
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
        @Nullable SubmittedLetter letter,
        List<String> personAccounts)
        implements QualificationEvent {

    public QualificationSubmitted {
        personAccounts = personAccounts == null ? List.of() : List.copyOf(personAccounts);
    }

    /** Creates the event of a submission without a letter and without other accounts of its persons. */
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
                null,
                List.of());
    }
}
