package io.zizhi.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers of each record, as the relay of the platform sends them. Their values are text in UTF-8. */
final class EventHeaders {

    /** Name of the schema of the headers. */
    static final String NAME = "EventHeaders";

    private static final String TIME = "2026-11-24T02:00:00Z";

    private EventHeaders() {}

    /** Returns the schema of the headers that the events of all types have. */
    static ObjectNode schema() {
        ObjectNode schema = Golden.JSON.createObjectNode();
        schema.put("title", NAME)
                .put("description", "CloudEvents 1.0 in binary mode. Each value is text in UTF-8.")
                .put("type", "object");
        ObjectNode headers = schema.putObject("properties");
        header(headers, "ce_specversion", "Version of CloudEvents.").put("const", "1.0");
        header(headers, "ce_id", "Id of the event, a UUIDv7. A repeated event keeps it.")
                .put("format", "uuid");
        header(headers, "ce_source", "The publishing service, for example `/zizhi/review-service`.");
        header(headers, "ce_type", "Type of the event, with its version.");
        header(headers, "ce_subject", "Id of the aggregate; equals the key.");
        header(headers, "ce_time", "When the event occurred, in UTC.").put("format", "date-time");
        header(
                        headers,
                        "ce_aggregateversion",
                        "Number of the event within its aggregate, from 1. It increases by one, so a gap means that an"
                                + " event is still missing.")
                .put("pattern", "^[1-9][0-9]*$");
        header(headers, "content-type", "Media type of the value.").put("const", "application/json");
        ArrayNode required = schema.putArray("required");
        headers.fieldNames().forEachRemaining(required::add);
        header(
                        headers,
                        "ce_producerepoch",
                        "Epoch of the producer's database: 1 at first, then the time of the last restore from a"
                                + " backup, in seconds since 1970. The first events after a start of the producer may lack"
                                + " it.")
                .put("pattern", "^[1-9][0-9]*$");
        header(headers, "traceparent", "W3C Trace Context; present if the event belongs to a trace.")
                .put("pattern", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        header(headers, "tracestate", "W3C Trace Context; present if the trace has a state.");
        return schema;
    }

    private static ObjectNode header(ObjectNode headers, String name, String description) {
        return headers.putObject(name).put("type", "string").put("description", description);
    }

    /** Returns the schema of the headers of one type. */
    static ObjectNode schemaOf(EventType type, String pointerToSchemas) {
        ObjectNode schema = Golden.JSON.createObjectNode().put("type", "object");
        schema.putObject("properties")
                .putObject("ce_type")
                .put("type", "string")
                .put("const", type.typeName());
        schema.putArray("allOf").addObject().put("$ref", pointerToSchemas + NAME);
        return schema;
    }

    static ObjectNode exampleOf(EventType type) {
        return Golden.JSON
                .createObjectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", "019ab3b2-5a00-7c3e-8f21-4d5e6f708192")
                .put("ce_source", "/zizhi/" + Topics.producer(type.topic()))
                .put("ce_type", type.typeName())
                .put("ce_subject", Samples.of(type).aggregateId())
                .put("ce_time", TIME)
                .put("ce_aggregateversion", "1")
                .put("ce_producerepoch", "1")
                .put("content-type", "application/json")
                .put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }
}
