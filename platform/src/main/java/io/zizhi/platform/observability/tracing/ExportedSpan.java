package io.zizhi.platform.observability.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span as exported. Only attributes known to contain no personal data are exported. Library instrumentation records
 * paths, query strings, addresses and exception messages, all of which may contain personal data.
 */
final class ExportedSpan extends DelegatingSpanData {

    private static final Set<String> ALLOWED = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "server.address",
            "server.port",
            "url.scheme",
            "error.type",
            "code.function.name");

    private static final List<String> ALLOWED_GROUPS = List.of("messaging.", "zizhi.");

    private final Attributes attributes;

    ExportedSpan(SpanData span) {
        super(span);
        this.attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !isAllowed(key))
                .build();
    }

    private static boolean isAllowed(AttributeKey<?> key) {
        String name = key.getKey();
        return ALLOWED.contains(name) || ALLOWED_GROUPS.stream().anyMatch(name::startsWith);
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    /** Returns no events: the only ones are exceptions, whose messages may contain personal data. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    /** Returns the status without its description, which may be the message of an exception. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
