package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.Restriction;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list of qualifications. Nullable fields are null if not filtered.
 *
 * @param statuses allowed statuses
 * @param restriction required restriction
 * @param purposes allowed purposes
 * @param ownerTypes allowed owner types
 * @param name part of the name
 * @param company part of the owner's name
 * @param legalRepresentativeIndex blind index of the legal representative's name
 * @param workOrder any work order that the qualification ever had
 * @param expiringBy latest day on which the first of its evidence expires
 */
public record ListFilter(
        Set<QualificationStatus> statuses,
        @Nullable Restriction restriction,
        Set<Purpose> purposes,
        Set<OwnerType> ownerTypes,
        @Nullable String name,
        @Nullable String company,
        @Nullable BlindHash legalRepresentativeIndex,
        @Nullable Long workOrder,
        @Nullable LocalDate expiringBy) {

    /** Returns whether the filter has parts of names. */
    boolean hasWords() {
        return name != null || company != null;
    }
}
