package io.zizhi.platform.observability.tracing;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores the spans that would be sent to a collector. */
@Singleton
public class FinishedSpans {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Produces
    @Singleton
    SpanProcessor keep() {
        return SimpleSpanProcessor.create(spans);
    }

    public List<SpanData> linkedTo(String traceId) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getLinks().stream()
                        .anyMatch(link -> link.getSpanContext().getTraceId().equals(traceId)))
                .toList();
    }

    public List<SpanData> ofTrace(String traceId) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }
}
