package io.zizhi.platform.operations.reconciliation;

/**
 * The next step of a comparison.
 *
 * @param reconciliationId the comparison
 * @param topic the compared topic
 * @param direction side to walk along
 * @param position id of the last compared aggregate; empty at the start
 */
record Walk(long reconciliationId, String topic, Direction direction, String position) {

    enum Direction {
        /** Walks along the cursors of this service: finds versions that the producer has not published. */
        CURSORS,
        /** Walks along the published events of the producer: finds versions that were not applied here. */
        PUBLISHED
    }
}
