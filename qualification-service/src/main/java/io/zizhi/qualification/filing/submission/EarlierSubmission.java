package io.zizhi.qualification.filing.submission;

import org.jspecify.annotations.Nullable;

/**
 * What a submission under some key led to.
 *
 * @param qualificationId the qualification it submitted
 * @param revisionId the revision that was submitted
 * @param submittedVersion the version that was submitted, named by {@code If-Match}
 * @param version the version the qualification got
 * @param inForceOrder work order of the revision that was in force then; null where none was
 */
record EarlierSubmission(
        long qualificationId,
        long revisionId,
        long submittedVersion,
        long version,
        @Nullable Long inForceOrder) {}
