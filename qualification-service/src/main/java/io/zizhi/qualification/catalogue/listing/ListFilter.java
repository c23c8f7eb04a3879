package io.zizhi.qualification.catalogue.listing;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which qualifications of an account are asked for.
 *
 * @param statuses where they stand
 * @param purposes for whom they are
 * @param ownerTypes what kinds of bodies own the signatures
 * @param name part of the name; null for any, as all others
 * @param company part of the owner's name
 * @param legalPersonIndex blind index of the legal person's name
 * @param workOrder any work order that the qualification ever had
 * @param expiringBy the day on which, or before which, the first of its evidence ends
 */
record ListFilter(
        Set<QualificationStatus> statuses,
        Set<Purpose> purposes,
        Set<OwnerType> ownerTypes,
        @Nullable String name,
        @Nullable String company,
        @Nullable String legalPersonIndex,
        @Nullable Long workOrder,
        @Nullable LocalDate expiringBy) {

    /** Whether a part of some text is asked for. */
    boolean hasWords() {
        return name != null || company != null;
    }
}
