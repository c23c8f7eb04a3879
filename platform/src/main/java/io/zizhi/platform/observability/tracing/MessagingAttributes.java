package io.zizhi.platform.observability.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** Names of span attributes: OpenTelemetry's messaging conventions and the suite's own. */
public final class MessagingAttributes {

    public static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    public static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    public static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    public static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    public static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    public static final AttributeKey<String> CONSUMER_GROUP = AttributeKey.stringKey("messaging.consumer.group.name");

    public static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("zizhi.event.type");
    public static final AttributeKey<String> AGGREGATE_ID = AttributeKey.stringKey("zizhi.aggregate.id");

    /** The outcome of a delivery: applied, duplicate, gap, held or parked. */
    public static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("zizhi.inbox.outcome");

    private MessagingAttributes() {}
}
