package io.zizhi.qualification.submission;

import org.jspecify.annotations.Nullable;

/**
 * What a submission under some key led to.
 *
 * @param qualificationId the qualification it submitted
 * @param revisionId the revision that was submitted
 * @param version the version the qualification got
 * @param inForceOrder work order of the revision that was in force then; null where none was
 */
record EarlierSubmission(
        long qualificationId,
        long revisionId,
        long version,
        @Nullable Long inForceOrder) {}
