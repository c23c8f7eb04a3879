package io.zizhi.qualification.snapshot;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.revision.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision as the review desk sees it; names, ids and phones are masked by their types.
 *
 * @param workOrder its work order
 * @param qualificationId the qualification
 * @param accountId the account that owns it
 * @param revision number of the revision
 * @param name name of the qualification
 * @param purpose for whom
 * @param ownerType what kind of body owns the signature
 * @param submittedAt when it was submitted
 * @param particulars the form
 */
public record SubmittedSnapshotView(
        long workOrder,
        long qualificationId,
        String accountId,
        int revision,
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable Instant submittedAt,
        Particulars particulars) {

    static SubmittedSnapshotView from(Qualification qualification, Revision revision, Particulars form) {
        return new SubmittedSnapshotView(
                revision.workOrder().orElseThrow(),
                qualification.id(),
                qualification.accountId(),
                revision.number().orElseThrow(),
                form.name(),
                form.purpose(),
                form.ownerType(),
                revision.submittedAt(),
                form);
    }
}
