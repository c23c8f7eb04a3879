/**
 * Who of the staff is told what the review clock does, by which channel, in which language and at most how often. Kept as
 * data: supervisors and operators change it while the service runs.
 */
@NullMarked
package io.zizhi.notification.staff.subscription;

import org.jspecify.annotations.NullMarked;
