package io.zizhi.qualification.reviewapi.related;

import java.util.List;

/**
 * Qualifications with the same persons or the same company as a submission.
 *
 * @param duplicates submissions of other accounts that share a trait; traits without matches are left out
 * @param sameCompany other qualifications of the same account for the same company
 */
public record RelatedView(List<DuplicatesView> duplicates, FoundView sameCompany) {

    /**
     * Qualifications of other accounts that share a trait.
     *
     * @param trait the shared trait
     * @param found the qualifications that share it
     */
    public record DuplicatesView(SharedTrait trait, FoundView found) {}

    /**
     * The qualifications found by a search.
     *
     * @param count number of qualifications found, at most 1,000
     * @param more whether there may be more than {@code count}
     * @param items the newest 20 of them, newest first
     */
    public record FoundView(int count, boolean more, List<RelatedQualification> items) {}
}
