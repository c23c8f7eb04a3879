package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces the labels of requests whose connection ended before the answer. {@link RequestLabels} is not called for
 * these. An address is kept if an answered request had the same label, because then it is a template.
 */
@Singleton
class ResetLabels implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    /** Contains only labels that {@link RequestLabels} lets through: the routes and two constants. */
    private final Set<String> templates = ConcurrentHashMap.newKeySet();

    @Override
    public Meter.Id map(Meter.Id id) {
        String uri = id.getTag("uri");
        if (!id.getName().equals(REQUESTS) || uri == null) {
            return id;
        }
        if (!"RESET".equals(id.getTag("status"))) {
            templates.add(uri);
            return id;
        }
        String method = Objects.requireNonNullElse(id.getTag("method"), "");
        return id.withTags(List.of(
                Tag.of("method", RequestLabels.method(method)),
                Tag.of("uri", templates.contains(uri) ? uri : RequestLabels.REFUSED)));
    }
}
