package io.zizhi.contracts;

import java.time.Instant;

/**
 * The sender refused a message for good.
 *
 * @param messageId id of the message
 * @param accountId whose applicant was to be told; {@code staff} where staff were
 * @param template which text
 * @param subject what it is about, for example {@code qualification/1001}
 * @param failureCode why
 * @param failedAt when
 */
public record SmsFailed(
        String messageId, String accountId, String template, String subject, String failureCode, Instant failedAt)
        implements NotificationEvent {}
