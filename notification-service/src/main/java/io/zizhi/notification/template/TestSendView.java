package io.zizhi.notification.template;

/**
 * A queued test message.
 *
 * @param messageId 32 hexadecimal digits
 * @param version number of the version that it was made from
 */
public record TestSendView(String messageId, int version) {}
