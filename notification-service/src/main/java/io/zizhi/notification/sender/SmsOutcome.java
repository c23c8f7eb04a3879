package io.zizhi.notification.sender;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a message so far, receipts included.
 *
 * @param status of the message
 * @param failureCode reason of the failure; null unless it failed
 */
public record SmsOutcome(SmsStatus status, @Nullable String failureCode) {}
