package io.zizhi.qualification.filing.submission;

import org.jspecify.annotations.Nullable;

/**
 * The result of an earlier submission with the same key.
 *
 * @param qualificationId the submitted qualification
 * @param revisionId the submitted revision
 * @param submittedVersion the submitted version, as given in {@code If-Match}
 * @param version version of the qualification after the submission
 * @param inForceOrder work order of the revision in force at that time; null if there was none
 */
record EarlierSubmission(
        long qualificationId,
        long revisionId,
        long submittedVersion,
        long version,
        @Nullable Long inForceOrder) {}
