/**
 * The queue of the desk: the waiting reviews by due time, their counts, and who gets the next one. A review past its
 * target has an earlier due time than all others, so ordering by due time puts overdue reviews first.
 */
@NullMarked
package io.zizhi.review.worklist.queue;

import org.jspecify.annotations.NullMarked;
