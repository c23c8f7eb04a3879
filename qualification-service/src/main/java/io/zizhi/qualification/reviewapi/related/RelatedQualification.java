package io.zizhi.qualification.reviewapi.related;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another qualification, without anything that names a natural person.
 *
 * @param qualificationId the qualification
 * @param accountId the account that owns it
 * @param name its name; absent for those of other accounts, who may have named it after a person
 * @param companyName name of the owner; absent where it is a person
 * @param creditCode unified social credit code of the owner; absent alike
 * @param ownerType what kind of body owns the signatures
 * @param purpose for whom
 * @param status where it stands
 * @param createdAt when it was drafted
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
