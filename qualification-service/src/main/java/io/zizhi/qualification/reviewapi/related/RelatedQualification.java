package io.zizhi.qualification.reviewapi.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another qualification, without data that identifies a natural person.
 *
 * @param qualificationId id of the qualification
 * @param accountId the account that owns it
 * @param name name of the qualification; absent for other accounts, because it may contain a person's name
 * @param companyName name of the owner; absent if the owner is a person
 * @param creditCode unified social credit code of the owner; absent if the owner is a person
 * @param ownerType kind of owner of the signatures
 * @param purpose own use or third party
 * @param status status of the qualification
 * @param createdAt when it was created
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedQualification(
        long qualificationId,
        String accountId,
        @Nullable String name,
        @Nullable String companyName,
        @Nullable String creditCode,
        OwnerType ownerType,
        Purpose purpose,
        QualificationStatus status,
        Instant createdAt) {

    static RelatedQualification from(Qualification found, String ownAccount) {
        return new RelatedQualification(
                found.id(),
                found.accountId(),
                found.accountId().equals(ownAccount) ? found.name() : null,
                found.companyName().orElse(null),
                found.creditCode().orElse(null),
                found.ownerType(),
                found.purpose(),
                found.status(),
                found.createdAt());
    }
}
