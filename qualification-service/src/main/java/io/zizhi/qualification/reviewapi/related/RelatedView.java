package io.zizhi.qualification.reviewapi.related;

import java.util.List;

/**
 * What else there is of the same persons and the same company.
 *
 * @param duplicates what other accounts have submitted with the same trait; only traits that somebody shares
 * @param sameCompany what the same account has submitted for the same company, without the qualification itself
 */
public record RelatedView(List<DuplicatesView> duplicates, FoundView sameCompany) {

    /**
     * Qualifications of other accounts that share a trait.
     *
     * @param trait in what they are the same
     * @param found the qualifications
     */
    public record DuplicatesView(SharedTrait trait, FoundView found) {}

    /**
     * Qualifications that were found.
     *
     * @param count how many; counted up to 1,000
     * @param more whether there may be more than were counted
     * @param items the newest 20 of those counted, newest first
     */
    public record FoundView(int count, boolean more, List<RelatedQualification> items) {}
}
