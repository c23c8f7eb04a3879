/**
 * Tells staff what concerns them: who wants to hear of what (subscription), and warnings and breaches of review targets.
 */
@NullMarked
package io.zizhi.notification.staff;

import org.jspecify.annotations.NullMarked;
