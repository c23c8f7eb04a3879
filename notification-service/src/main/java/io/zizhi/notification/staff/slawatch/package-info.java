/**
 * Follows open reviews and matches their alerts with subscriptions of staff. The policy of an open review is stored
 * because the events of its clock do not carry it.
 */
@NullMarked
package io.zizhi.notification.staff.slawatch;

import org.jspecify.annotations.NullMarked;
