package io.zizhi.faults.driver.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a call.
 *
 * @param moment never {@link Moment#INVOKE}
 * @param status HTTP status; 0 without a response
 * @param body parsed JSON; a missing node without a body
 */
public record Reply(Moment moment, int status, JsonNode body) {

    public boolean isOk() {
        return moment == Moment.OK;
    }

    public boolean isIndefinite() {
        return moment == Moment.INFO;
    }

    /** Returns a text of the body; empty if it is missing. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** Returns the items of a list; empty if they are missing. */
    public List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        body.path("items").forEach(items::add);
        return items;
    }

    /** Returns a number of the body; 0 if it is missing. */
    public long number(String field) {
        return body.path(field).asLong();
    }
}
