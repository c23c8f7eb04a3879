package io.zizhi.contracts;

import java.time.Instant;

/**
 * The SMS provider reported that the phone received a message. Providers report this late, or not at all.
 *
 * @param messageId id of the message
 * @param accountId the account whose applicant is notified; {@code staff} for messages to staff
 * @param template name of the message template
 * @param subject subject of the message, for example {@code qualification/1001}
 * @param deliveredAt when the report was recorded
 */
public record SmsDelivered(String messageId, String accountId, String template, String subject, Instant deliveredAt)
        implements NotificationEvent {}
