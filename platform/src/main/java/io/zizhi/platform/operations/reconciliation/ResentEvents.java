package io.zizhi.platform.operations.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What is sent again.
 *
 * @param aggregates those whose missing events all exist; one that is absent lacks some of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResentEvents(List<Resent> aggregates) {

    /**
     * One aggregate.
     *
     * @param aggregateId its id
     * @param events how many events were put in line; those that wait already are not counted
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Resent(String aggregateId, int events) {}
}
