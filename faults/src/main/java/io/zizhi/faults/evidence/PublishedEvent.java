package io.zizhi.faults.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A published event; several records with one id are one event.
 *
 * @param aggregate key of the record
 * @param version position of the event within its aggregate, from 1
 * @param type such as {@code zizhi.review.opened.v1}
 * @param body its content
 */
public record PublishedEvent(String topic, String aggregate, long version, String id, String type, JsonNode body) {

    /** Returns that field's text; empty if it is missing. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** Returns that field's number. */
    public long number(String field) {
        return body.path(field).asLong();
    }

    /** Returns topic and key. */
    public String stream() {
        return topic + "/" + aggregate;
    }
}
