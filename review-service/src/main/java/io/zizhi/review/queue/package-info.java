/** The queue of the desk: which reviews wait, by due time, so that the most overdue stand first. */
@NullMarked
package io.zizhi.review.queue;

import org.jspecify.annotations.NullMarked;
