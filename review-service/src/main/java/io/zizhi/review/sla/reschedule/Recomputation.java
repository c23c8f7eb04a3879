package io.zizhi.review.sla.reschedule;

/**
 * A recomputation that is running.
 *
 * @param revision the revision whose change is carried to the reviews
 * @param passed work order of the last review that was reckoned anew; 0 at first
 */
record Recomputation(long revision, long passed) {

    Recomputation passed(long workOrder) {
        return new Recomputation(revision, workOrder);
    }
}
