package io.zizhi.platform.operations.reconciliation.published;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Published versions of a service.
 *
 * @param aggregates ordered by id; aggregates without published events are absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublishedVersions(List<AggregateVersion> aggregates) {}
