package io.zizhi.e2e.faults.audit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as it was published; several records with one id are one event.
 *
 * @param aggregate key of the record
 * @param version place of the event among those of its aggregate, from 1
 * @param type such as {@code zizhi.review.opened.v1}
 * @param body its content
 */
public record PublishedEvent(String topic, String aggregate, long version, String id, String type, JsonNode body) {

    /** The text of that field; empty where there is none. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** The number of that field. */
    public long number(String field) {
        return body.path(field).asLong();
    }

    /** Topic and key. */
    public String stream() {
        return topic + "/" + aggregate;
    }
}
