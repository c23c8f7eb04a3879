package io.zizhi.platform.operations.reservation;

import jakarta.validation.constraints.Positive;

/**
 * An attempt to submit a revision, for which something is reserved.
 *
 * @param subjectId id of the qualification or letter; both have ids from one sequence
 * @param revision number of the revision to be submitted, from 1
 */
public record SubmissionAttempt(
        @Positive(message = "NUMBER_NOT_POSITIVE") long subjectId,
        @Positive(message = "NUMBER_NOT_POSITIVE") int revision) {}
