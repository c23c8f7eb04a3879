package io.zizhi.platform.operations.reconciliation;

/**
 * The next step of a comparison.
 *
 * @param reconciliationId the comparison
 * @param topic the topic that is compared
 * @param direction along what
 * @param position id of the last aggregate that was compared; empty at the start
 */
record Walk(long reconciliationId, String topic, Direction direction, String position) {

    enum Direction {
        /** Along the cursors of this service: finds versions that the producer has not published. */
        CURSORS,
        /** Along what the producer has published: finds versions that were not applied here. */
        PUBLISHED
    }
}
