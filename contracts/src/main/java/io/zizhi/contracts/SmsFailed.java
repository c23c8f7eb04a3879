package io.zizhi.contracts;

import java.time.Instant;

/**
 * The SMS sender refused a message, or accepted it and reported later that the phone did not receive it. No further
 * attempt is made.
 *
 * @param messageId id of the message
 * @param accountId the account whose applicant was to be notified; {@code staff} for messages to staff
 * @param template name of the message template
 * @param subject subject of the message, for example {@code qualification/1001}
 * @param failureCode code of the failure
 * @param failedAt when the failure was recorded
 */
public record SmsFailed(
        String messageId, String accountId, String template, String subject, String failureCode, Instant failedAt)
        implements NotificationEvent {}
