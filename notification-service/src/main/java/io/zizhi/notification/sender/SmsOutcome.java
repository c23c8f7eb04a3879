package io.zizhi.notification.sender;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message so far.
 *
 * @param status where it stands
 * @param failureCode why it will not be sent; null where it did not fail
 */
public record SmsOutcome(SmsStatus status, @Nullable String failureCode) {}
