package io.zizhi.notification.verification.reservation;

import java.time.Instant;

/**
 * A reservation of a number for one submission.
 *
 * @param reservedUntil when qualification-service is asked for the outcome of the submission, unless its event has arrived
 */
public record ReservationView(Instant reservedUntil) {}
