package io.zizhi.document.pinning.use;

import java.time.Instant;

/**
 * A submitted revision.
 *
 * @param subjectId id of the qualification or letter
 * @param revision its number
 * @param workOrder its work order
 * @param state {@code IN_REVIEW}, or {@code IN_FORCE} for an imported revision
 * @param at when it was submitted or imported
 */
public record Submission(long subjectId, int revision, long workOrder, UseState state, Instant at) {}
