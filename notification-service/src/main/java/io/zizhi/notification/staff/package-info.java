/**
 * Notifies staff of warnings and breaches of review targets, by subscription.
 */
@NullMarked
package io.zizhi.notification.staff;

import org.jspecify.annotations.NullMarked;
