package io.zizhi.platform.observability.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class ExportedSpanTest {

    @Test
    void exported_span_omits_query_path_address_and_exception_messages() {
        SpanData exported = new ExportedSpan(recorded());
        assertThat(exported.getAttributes().asMap().keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("http.route", "http.response.status_code", "zizhi.event.type");
        assertThat(exported.getEvents()).isEmpty();
        assertThat(exported.getStatus().getDescription()).isEmpty();
        assertThat(exported.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(exported.toString()).doesNotContain("13800001234");
    }

    private static SpanData recorded() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()) {
            provider.get("test")
                    .spanBuilder("GET /v1/inbox")
                    .setSpanKind(SpanKind.SERVER)
                    .startSpan()
                    .setAttribute("http.route", "/v1/inbox")
                    .setAttribute("http.response.status_code", 500L)
                    .setAttribute("zizhi.event.type", "zizhi.qualification.submitted.v1")
                    .setAttribute("url.query", "phone=13800001234")
                    .setAttribute("url.path", "/v1/inbox/13800001234")
                    .setAttribute("url.full", "http://127.0.0.1/v1/inbox?phone=13800001234")
                    .setAttribute("client.address", "192.0.2.7")
                    .setAttribute("user_agent.original", "13800001234")
                    .recordException(new IllegalStateException("13800001234"))
                    .setStatus(StatusCode.ERROR, "13800001234")
                    .end();
            return spans.getFinishedSpanItems().getFirst();
        }
    }
}
