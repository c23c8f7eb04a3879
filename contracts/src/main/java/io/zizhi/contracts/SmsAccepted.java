package io.zizhi.contracts;

import java.time.Instant;

/**
 * The sender took a message over.
 *
 * @param messageId id of the message
 * @param accountId whose applicant is told; {@code staff} where staff are
 * @param template which text
 * @param subject what it is about, for example {@code qualification/1001}
 * @param acceptedAt when
 */
public record SmsAccepted(String messageId, String accountId, String template, String subject, Instant acceptedAt)
        implements NotificationEvent {}
