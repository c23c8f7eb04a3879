package io.zizhi.contracts;

/** An event about the delivery of a message, published by notification-service on {@link Topics#NOTIFICATION}. */
public sealed interface NotificationEvent extends Event permits SmsAccepted, SmsDelivered, SmsFailed {

    String messageId();

    @Override
    default String aggregateId() {
        return messageId();
    }

    @Override
    default EventType type() {
        return switch (this) {
            case SmsAccepted event -> EventType.SMS_ACCEPTED;
            case SmsDelivered event -> EventType.SMS_DELIVERED;
            case SmsFailed event -> EventType.SMS_FAILED;
        };
    }
}
