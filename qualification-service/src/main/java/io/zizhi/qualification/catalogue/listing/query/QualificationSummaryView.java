package io.zizhi.qualification.catalogue.listing.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A qualification in a list, without personal data.
 *
 * @param id permanent id
 * @param version see {@link QualificationView}
 * @param status its status
 * @param restriction whether supervisors suspended or revoked it
 * @param name its name
 * @param purpose for the account itself or for a third party
 * @param ownerType type of the owner of the signature
 * @param companyName name of the owner, if filled in
 * @param creditCode credit code of the owner, if filled in
 * @param workOrder work order of the last submission
 * @param submittedAt when it was submitted
 * @param dueAt when the review is due; absent unless in review
 * @param expiresOn last day on which all evidence is valid, including the letter; of the revision in force, or of the
 *     one shown if none is in force
 * @param createdAt when it was drafted
 * @param updatedAt when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualificationSummaryView(
        long id,
        long version,
        QualificationStatus status,
        Restriction restriction,
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable String companyName,
        @Nullable String creditCode,
        @Nullable Long workOrder,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
        LocalDate expiresOn,

        Instant createdAt,
        Instant updatedAt) {

    public static QualificationSummaryView from(
            Qualification qualification, @Nullable Revision shown, @Nullable Revision current) {
        return new QualificationSummaryView(
                qualification.id(),
                qualification.version(),
                qualification.status(),
                qualification.restriction(),
                qualification.name(),
                qualification.purpose(),
                qualification.ownerType(),
                shown == null ? null : shown.companyName().orElse(null),
                shown == null ? null : shown.creditCode().orElse(null),
                current == null ? null : current.workOrder().orElse(null),
                current == null ? null : current.submittedAt(),
                current != null && qualification.awaitsDecisionOn(current.id()) ? current.dueAt() : null,
                qualification.expiresOn().orElse(null),
                qualification.createdAt(),
                qualification.updatedAt());
    }
}
