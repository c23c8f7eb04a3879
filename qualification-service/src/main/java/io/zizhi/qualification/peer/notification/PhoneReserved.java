package io.zizhi.qualification.peer.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * Confirms a reservation of a phone number.
 *
 * @param reservedUntil when the reservation ends unless {@code QualificationSubmitted} confirms it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhoneReserved(Instant reservedUntil) {}
