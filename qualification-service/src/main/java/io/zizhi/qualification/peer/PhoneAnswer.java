package io.zizhi.qualification.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What notification-service says of a verification.
 *
 * @param status VERIFIED, NOT_VERIFIED, EXPIRED, USED, PHONE_MISMATCH or NOT_FOUND
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhoneAnswer(String status) {}
