package io.zizhi.platform.operations.reconciliation;

/**
 * An aggregate whose version here differs from what its producer has published.
 *
 * @param aggregateId id of the aggregate
 * @param kind which side has more
 * @param here the last version that was applied here; 0 before the first
 * @param there the last version that was published; 0 before the first
 */
record Difference(String aggregateId, DifferenceKind kind, long here, long there) {}
