package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The approved revision in force while another revision is being edited or reviewed.
 *
 * @param workOrder work order of the revision
 * @param revision number of the revision
 * @param submittedAt when it was submitted
 * @param approvedAt when it was approved
 * @param form form of the revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InForceView(
        long workOrder,
        int revision,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        QualificationFormView form) {

    /** Returns empty if the shown revision is in force. */
    static Optional<InForceView> from(Dossier dossier) {
        return dossier.inForceForm().map(form -> from(dossier.inForce().orElseThrow(), form));
    }

    /** Creates the view of an approved revision and its form. */
    public static InForceView from(Revision approved, QualificationForm form) {
        return new InForceView(
                approved.workOrder().orElseThrow(),
                approved.number().orElseThrow(),
                approved.submittedAt(),
                approved.decidedAt(),
                QualificationFormView.from(form));
    }
}
