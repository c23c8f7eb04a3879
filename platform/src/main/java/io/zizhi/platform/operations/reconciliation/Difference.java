package io.zizhi.platform.operations.reconciliation;

/**
 * An aggregate whose version here differs from the published one.
 *
 * @param aggregateId id of the aggregate
 * @param kind which side has more events
 * @param here last version applied here; 0 before the first
 * @param there last published version; 0 before the first
 */
record Difference(String aggregateId, DifferenceKind kind, long here, long there) {}
