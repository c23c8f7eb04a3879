/**
 * Applies a change of the clock's settings to unfinished reviews by recomputing them in batches. Each batch is one
 * transaction that also records the progress, so any replica continues where the last one stopped.
 */
@NullMarked
package io.zizhi.review.sla.reschedule;

import org.jspecify.annotations.NullMarked;
