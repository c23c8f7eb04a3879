package io.zizhi.platform.operations.reconciliation.published;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Events sent again.
 *
 * @param aggregates those whose missing events are all stored; the others are absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResentEvents(List<Resent> aggregates) {

    /**
     * A resent aggregate.
     *
     * @param aggregateId its id
     * @param events number of queued events, without events that already wait
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Resent(String aggregateId, int events) {}
}
