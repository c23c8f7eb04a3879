/**
 * The queue of the desk: which reviews wait, by due time, so that the most overdue stand first, how many there are of each
 * sort, and who gets the next one. A review that missed its target was due before now, so that due time alone puts
 * those first.
 */
@NullMarked
package io.zizhi.review.worklist.queue;

import org.jspecify.annotations.NullMarked;
