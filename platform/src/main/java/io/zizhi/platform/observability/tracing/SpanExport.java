package io.zizhi.platform.observability.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends finished spans to a collector if one is configured. Otherwise spans are still created and propagated, so that
 * logs, rows and records name the trace, but they are not exported.
 */
@Singleton
class SpanExport {

    private final Optional<String> endpoint;
    private final Duration delay;

    /**
     * @param endpoint the collector's endpoint for OTLP over HTTP, for example {@code http://collector:4318/v1/traces}
     * @param delay how long spans are collected before they are sent
     */
    SpanExport(
            @ConfigProperty(name = "zizhi.tracing.otlp-endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "zizhi.tracing.export-delay", defaultValue = "PT2S") Duration delay) {
        this.endpoint = endpoint;
        this.delay = delay;
    }

    /** The OpenTelemetry extension finds this bean by its type. */
    @Produces
    @Singleton
    SpanProcessor processor() {
        return endpoint.<SpanProcessor>map(this::sendingTo).orElseGet(SpanProcessor::composite);
    }

    private SpanProcessor sendingTo(String collector) {
        SpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(collector).build();
        return BatchSpanProcessor.builder(new Cleaned(exporter))
                .setScheduleDelay(delay)
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
