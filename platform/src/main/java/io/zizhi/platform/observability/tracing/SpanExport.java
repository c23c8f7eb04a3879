package io.zizhi.platform.observability.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sends finished spans to a collector if one is configured. Otherwise spans are still created and propagated, so that
 * logs, rows and records name the trace, but they are not exported.
 */
@Singleton
class SpanExport {

    private final TracingConfig config;

    SpanExport(TracingConfig config) {
        this.config = config;
    }

    /** The OpenTelemetry extension finds this bean by its type. */
    @Produces
    @Singleton
    SpanProcessor processor() {
        return config.otlpEndpoint().<SpanProcessor>map(this::sendingTo).orElseGet(SpanProcessor::composite);
    }

    private SpanProcessor sendingTo(String collector) {
        SpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(collector).build();
        return BatchSpanProcessor.builder(new Cleaned(exporter))
                .setScheduleDelay(config.exportDelay())
                .build();
    }

    private record Cleaned(SpanExporter exporter) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            List<SpanData> cleaned = new ArrayList<>(spans.size());
            spans.forEach(span -> cleaned.add(new ExportedSpan(span)));
            return exporter.export(cleaned);
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
