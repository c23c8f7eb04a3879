package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The approved revision that counts while another one is filled in or reviewed.
 *
 * @param workOrder its work order
 * @param revision its number
 * @param submittedAt when it was submitted
 * @param approvedAt when it was approved
 * @param particulars its form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InForceView(
        long workOrder,
        int revision,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        ParticularsView particulars) {

    /** Nothing where the revision in force is the one shown. */
    static Optional<InForceView> from(Dossier dossier) {
        return dossier.inForceForm().map(form -> from(dossier.inForce().orElseThrow(), form));
    }

    /** An approved revision with the form that it holds. */
    public static InForceView from(Revision approved, Particulars form) {
        return new InForceView(
                approved.workOrder().orElseThrow(),
                approved.number().orElseThrow(),
                approved.submittedAt(),
                approved.decidedAt(),
                ParticularsView.from(form));
    }
}
