package io.zizhi.e2e.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a call ended.
 *
 * @param moment never {@link Moment#INVOKE}
 * @param status HTTP status; 0 where there was no answer
 * @param body parsed JSON; a missing node where there was none
 */
public record Reply(Moment moment, int status, JsonNode body) {

    public boolean isOk() {
        return moment == Moment.OK;
    }

    public boolean isIndefinite() {
        return moment == Moment.INFO;
    }

    /** A text of the body; empty where there is none. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** A number of the body; 0 where there is none. */
    public long number(String field) {
        return body.path(field).asLong();
    }
}
