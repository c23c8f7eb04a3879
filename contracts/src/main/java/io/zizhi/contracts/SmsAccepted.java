package io.zizhi.contracts;

import java.time.Instant;

/**
 * The SMS sender accepted a message for delivery.
 *
 * @param messageId id of the message
 * @param accountId the account whose applicant is notified; {@code staff} for messages to staff
 * @param template name of the message template
 * @param subject subject of the message, for example {@code qualification/1001}
 * @param acceptedAt when the sender accepted it
 */
public record SmsAccepted(String messageId, String accountId, String template, String subject, Instant acceptedAt)
        implements NotificationEvent {}
