/**
 * Lets a submission use a verified number. Qualification-service reserves the number before it accepts the submission;
 * the events of the submission consume or release it.
 */
@NullMarked
package io.zizhi.notification.verification.reservation;

import org.jspecify.annotations.NullMarked;
