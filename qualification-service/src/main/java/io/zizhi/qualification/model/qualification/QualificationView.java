package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.revision.DueChange;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A qualification as shown to its owner.
 *
 * @param id permanent id
 * @param version send it as {@code If-Match} with the next change; also the entity tag
 * @param status status of the qualification
 * @param restriction whether supervisors suspended or revoked it; then no signature can be bound
 * @param name name of the qualification
 * @param purpose own use or third party
 * @param ownerType kind of owner of the signature
 * @param workOrder work order of the last submitted revision, or of the one in force after an amendment was discarded
 * @param revision number of that revision
 * @param submittedAt when that revision was submitted
 * @param dueAt when the review is due; absent unless in review
 * @param clockPolicy policy of the review clock
 * @param dueProvisional whether the time up to the escalation (150 % of the target) contains days without an official
 *     calendar; then {@code dueAt} may still change, unless all days before it are published; absent
 *     unless in review
 * @param dueChanges changes of the due time, oldest first, at most the newest 20; empty if there were none
 * @param urgeableAt from when on the applicant may ask the reviewers to hurry; absent unless in review and not urged yet
 * @param urgedAt when the applicant asked the reviewers to hurry
 * @param inForceWorkOrder work order of the revision in force
 * @param inForce the revision in force, if {@code form} shows another one, such as an amendment
 * @param evidenceValidity validity of the evidence of the revision in force; absent if none is in force
 * @param workingCopy true if {@code form} is a working copy that can be submitted, false if they are the last
 *     submission
 * @param decision decision on the last submitted revision
 * @param provenance the approval from which the revision in force was imported; absent if it was reviewed here
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 * @param form the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualificationView(
        long id,
        long version,
        QualificationStatus status,
        Restriction restriction,
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable Long workOrder,
        @Nullable Integer revision,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        @Nullable String clockPolicy,
        @Nullable Boolean dueProvisional,
        List<DueChange> dueChanges,
        @Nullable Instant urgeableAt,
        @Nullable Instant urgedAt,
        @Nullable Long inForceWorkOrder,
        @Nullable InForceView inForce,
        @Nullable ValidityView evidenceValidity,
        boolean workingCopy,
        @Nullable DecisionView decision,
        @Nullable ProvenanceView provenance,
        Instant createdAt,
        Instant updatedAt,
        QualificationFormView form) {

    public static QualificationView from(Dossier dossier) {
        Qualification qualification = dossier.qualification();
        Optional<Revision> current = dossier.current();
        Optional<Revision> due =
                current.filter(revision -> qualification.awaitsDecisionOn(revision.id()) && revision.dueAt() != null);
        return new QualificationView(
                qualification.id(),
                qualification.version(),
                qualification.status(),
                qualification.restriction(),
                qualification.name(),
                qualification.purpose(),
                dossier.form().ownerType(),
                current.flatMap(Revision::workOrder).orElse(null),
                current.flatMap(Revision::number).orElse(null),
                current.map(Revision::submittedAt).orElse(null),
                due.map(Revision::dueAt).orElse(null),
                current.map(Revision::clockPolicy).orElse(null),
                due.map(Revision::dueProvisional).orElse(null),
                current.map(Revision::dueChanges).orElse(List.of()),
                dossier.urgeableAt().orElse(null),
                current.map(Revision::urgedAt).orElse(null),
                dossier.inForceOrder().orElse(null),
                InForceView.from(dossier).orElse(null),
                dossier.validity().map(ValidityView::from).orElse(null),
                qualification.workingRevision().isPresent(),
                DecisionView.from(dossier).orElse(null),
                ProvenanceView.from(dossier).orElse(null),
                qualification.createdAt(),
                qualification.updatedAt(),
                QualificationFormView.from(dossier.form()));
    }

    /**
     * Returns the qualification as it was when {@code submitted} was accepted, ignoring later changes except
     * those of its restriction. This is the answer to a repeated submission.
     */
    public static QualificationView accepted(
            Dossier dossier,
            Revision submitted,
            QualificationFormView form,
            long version,
            @Nullable InForceView inForce) {
        Instant submittedAt = Objects.requireNonNull(submitted.submittedAt());
        Qualification qualification = dossier.qualification();
        return new QualificationView(
                qualification.id(),
                version,
                QualificationStatus.IN_REVIEW,
                qualification.restriction(),
                form.name(),
                form.purpose(),
                form.ownerType(),
                submitted.workOrder().orElse(null),
                submitted.number().orElse(null),
                submittedAt,
                null,
                null,
                null,
                List.of(),
                submittedAt.plus(dossier.urgeAfter()),
                null,
                inForce == null ? null : inForce.workOrder(),
                inForce,
                inForce == null
                        ? null
                        : dossier.validity().map(ValidityView::from).orElse(null),
                false,
                null,
                inForce == null ? null : ProvenanceView.from(dossier).orElse(null),
                qualification.createdAt(),
                submittedAt,
                form);
    }
}
