package io.zizhi.notification.verification.reservation;

import java.time.Instant;

/**
 * A reservation of a number for one submission.
 *
 * @param reservedUntil when the reservation ends unless the submission is made before
 */
public record ReservationView(Instant reservedUntil) {}
