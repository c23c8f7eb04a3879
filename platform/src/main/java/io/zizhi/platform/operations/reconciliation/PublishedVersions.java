package io.zizhi.platform.operations.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a service has published.
 *
 * @param aggregates in the order of their ids; an aggregate of which nothing was published is absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublishedVersions(List<AggregateVersion> aggregates) {}
