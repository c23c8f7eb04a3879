package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpClientMetricsTagsContributor;
import jakarta.inject.Singleton;

/**
 * Removes address and path from the metrics of plain HTTP clients. An account chooses both for its webhooks, and the
 * path may contain a secret. Quarkus measures plain clients in every service that has a REST client. REST clients keep
 * their labels: they are measured elsewhere and labelled by path template.
 */
@Singleton
class ClientLabels implements HttpClientMetricsTagsContributor {

    private static final Tags UNKNOWN = Tags.of("address", "UNKNOWN", "uri", "UNKNOWN");

    @Override
    public Tags contribute(Context context) {
        return UNKNOWN;
    }
}
