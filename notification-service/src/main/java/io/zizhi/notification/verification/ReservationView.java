package io.zizhi.notification.verification;

import java.time.Instant;

/**
 * The number is held for one submission.
 *
 * @param reservedUntil when it is free again unless the submission was made
 */
public record ReservationView(Instant reservedUntil) {}
