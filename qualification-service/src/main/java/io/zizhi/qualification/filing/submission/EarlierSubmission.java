package io.zizhi.qualification.filing.submission;

import org.jspecify.annotations.Nullable;

/**
 * An accepted submission whose request is repeated.
 *
 * @param workOrder work order of the submission
 * @param version version of the qualification or letter after the submission
 * @param inForceOrder work order of the qualification's revision in force at that time; null if there was none
 */
public record EarlierSubmission(
        long workOrder, long version, @Nullable Long inForceOrder) {}
