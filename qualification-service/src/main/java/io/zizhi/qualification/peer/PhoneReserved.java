package io.zizhi.qualification.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The number is held.
 *
 * @param reservedUntil until then, unless {@code QualificationSubmitted} confirms it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhoneReserved(Instant reservedUntil) {}
