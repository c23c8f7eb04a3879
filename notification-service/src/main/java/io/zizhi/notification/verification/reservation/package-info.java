/**
 * Lets a submission use a verified number. Qualification-service reserves the number before it accepts the submission;
 * the events of the submission consume or release it. A reservation never ends by time alone.
 */
@NullMarked
package io.zizhi.notification.verification.reservation;

import org.jspecify.annotations.NullMarked;
