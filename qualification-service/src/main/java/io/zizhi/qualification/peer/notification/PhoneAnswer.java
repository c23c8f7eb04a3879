package io.zizhi.qualification.peer.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The answer of notification-service to a {@link PhoneQuestion}.
 *
 * @param status VERIFIED, NOT_VERIFIED, EXPIRED, USED, PHONE_MISMATCH or NOT_FOUND
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PhoneAnswer(String status) {}
