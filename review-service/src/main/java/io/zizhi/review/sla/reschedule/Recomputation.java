package io.zizhi.review.sla.reschedule;

/**
 * A running recomputation.
 *
 * @param revision the revision from which reviews are recomputed
 * @param passed work order of the last recomputed review; 0 at first
 */
record Recomputation(long revision, long passed) {

    Recomputation passed(long workOrder) {
        return new Recomputation(revision, workOrder);
    }
}
