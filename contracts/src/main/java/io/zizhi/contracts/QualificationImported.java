package io.zizhi.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A qualification that another system had approved was imported and is in force (审核通过 APPROVED). There was no
 * submission and no review, so no other event about them precedes this one.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the imported revision; no review has this id
 * @param accountId the account that owns the qualification
 * @param revision number of the imported revision; always 1
 * @param name name of the qualification
 * @param companyName name of the owner as on its certificate; null if the owner is a person or the name was not imported
 * @param creditCode unified social credit code (GB 32100-2015) of the owner; null if the owner is a person or the code
 *     was not imported
 * @param ownerType kind of owner
 * @param purpose whether for the account itself or a third party
 * @param documentIds ids of the documents of this revision; may be empty
 * @param sourceSystem the system that approved it
 * @param sourceReference the qualification's number in that system
 * @param approvedOn day of that approval, in Asia/Shanghai
 * @param validUntil last day of that approval, in Asia/Shanghai; null if it does not end
 * @param importedAt when it was imported
 */
public record QualificationImported(
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
        String sourceSystem,
        String sourceReference,
        LocalDate approvedOn,
        @Nullable LocalDate validUntil,
        Instant importedAt)
        implements QualificationEvent {

    public QualificationImported {
        documentIds = List.copyOf(documentIds);
    }
}
