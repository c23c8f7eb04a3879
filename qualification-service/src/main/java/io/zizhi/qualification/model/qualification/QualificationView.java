package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A qualification as its owner sees it.
 *
 * @param id id for life
 * @param version to be sent as {@code If-Match} with the next change; also the entity tag
 * @param status where it stands
 * @param name its name
 * @param purpose for whom
 * @param ownerType what kind of body owns the signature
 * @param workOrder work order of the revision submitted last, or of the one in force once an amendment was discarded
 * @param revision its number
 * @param submittedAt when it was submitted
 * @param dueAt when the review desk has to be done with it
 * @param clockPolicy by which clock
 * @param dueProvisional whether a day whose calendar is not published yet was counted on the way to the escalation (150 %
 *     of the target); {@code dueAt} may then still move, unless all days up to it are published
 * @param urgedAt when the applicant asked the desk to hurry with it
 * @param inForceWorkOrder work order of the approved revision in force
 * @param inForce the approved revision in force, where {@code particulars} show another one: an amendment
 * @param validity whether the evidence of that revision holds; absent where none is in force
 * @param workingCopy whether {@code particulars} are a working copy, to be submitted, and not what was submitted last
 * @param decision how the revision submitted last was decided
 * @param createdAt when it was drafted
 * @param updatedAt when it was changed last
 * @param particulars the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualificationView(
        long id,
        long version,
        QualificationStatus status,
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable Long workOrder,
        @Nullable Integer revision,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        @Nullable String clockPolicy,
        @Nullable Boolean dueProvisional,
        @Nullable Instant urgedAt,
        @Nullable Long inForceWorkOrder,
        @Nullable InForceView inForce,
        @Nullable ValidityView validity,
        boolean workingCopy,
        @Nullable DecisionView decision,
        Instant createdAt,
        Instant updatedAt,
        ParticularsView particulars) {

    public static QualificationView from(Dossier dossier) {
        Qualification qualification = dossier.qualification();
        Optional<Revision> current = dossier.current();
        return new QualificationView(
                qualification.id(),
                qualification.version(),
                qualification.status(),
                qualification.name(),
                qualification.purpose(),
                dossier.form().ownerType(),
                current.flatMap(Revision::workOrder).orElse(null),
                current.flatMap(Revision::number).orElse(null),
                current.map(Revision::submittedAt).orElse(null),
                current.map(Revision::dueAt).orElse(null),
                current.map(Revision::clockPolicy).orElse(null),
                current.filter(revision -> revision.dueAt() != null)
                        .map(Revision::dueProvisional)
                        .orElse(null),
                current.map(Revision::urgedAt).orElse(null),
                dossier.inForceOrder().orElse(null),
                InForceView.from(dossier).orElse(null),
                dossier.validity().map(ValidityView::from).orElse(null),
                qualification.workingRevision().isPresent(),
                DecisionView.from(dossier).orElse(null),
                qualification.createdAt(),
                qualification.updatedAt(),
                ParticularsView.from(dossier.form()));
    }

    /**
     * A qualification at the moment {@code submitted} was accepted, whatever happened to it since; the answer to a
     * repeated submission.
     */
    public static QualificationView accepted(
            Dossier dossier, Revision submitted, ParticularsView form, long version, @Nullable InForceView inForce) {
        Instant submittedAt = Objects.requireNonNull(submitted.submittedAt());
        Qualification qualification = dossier.qualification();
        return new QualificationView(
                qualification.id(),
                version,
                QualificationStatus.IN_REVIEW,
                form.name(),
                form.purpose(),
                form.ownerType(),
                submitted.workOrder().orElse(null),
                submitted.number().orElse(null),
                submittedAt,
                null,
                null,
                null,
                null,
                inForce == null ? null : inForce.workOrder(),
                inForce,
                inForce == null
                        ? null
                        : dossier.validity().map(ValidityView::from).orElse(null),
                false,
                null,
                qualification.createdAt(),
                submittedAt,
                form);
    }
}
