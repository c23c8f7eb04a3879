/**
 * Subscriptions of staff to review alerts: channel, language and collection window. They are stored as data, so that
 * supervisors and operators change them at run time.
 */
@NullMarked
package io.zizhi.notification.staff.subscription;

import org.jspecify.annotations.NullMarked;
