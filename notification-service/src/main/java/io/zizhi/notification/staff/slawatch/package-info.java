/**
 * Follows the reviews of the desk and finds whom of the staff what their clock does concerns. The policy of a review is kept
 * while it is open, because the events of its clock do not say it.
 */
@NullMarked
package io.zizhi.notification.staff.slawatch;

import org.jspecify.annotations.NullMarked;
