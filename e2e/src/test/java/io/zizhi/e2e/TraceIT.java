package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.zizhi.e2e.TraceCollector.Exported;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One trace leads from the submission over HTTP to the SMS with the result. */
class TraceIT {

    private static final TraceCollector TRACES = RunningSuite.traces();
    private static List<Exported> toNotice = List.of();

    @BeforeAll
    static void find_spans_of_journey() {
        toNotice = fromRoot(sendingOfNotice(SharedJourney.get().approved().id()));
    }

    @Test
    void span_chain_from_submission_to_notice_is_complete() {
        assertThat(toNotice.getFirst().span().getName())
                .startsWith("POST /v1/qualifications/{id")
                .endsWith("/submission");
        assertThat(toNotice.getFirst().is(SpanKind.SPAN_KIND_SERVER)).isTrue();
        assertThat(toNotice.getFirst().span().getParentSpanId()).isEmpty();
        assertThat(toNotice.stream().skip(1).map(Exported::title))
                .containsExactly(
                        "qualification-service: send zizhi.qualification.v1",
                        "review-service: process zizhi.qualification.v1",
                        "review-service: decide review",
                        "review-service: send zizhi.review.v1",
                        "qualification-service: process zizhi.review.v1",
                        "qualification-service: send zizhi.qualification.v1",
                        "notification-service: process zizhi.qualification.v1",
                        "notification-service: send sms");
    }

    @Test
    void logs_of_all_services_contain_trace() throws IOException {
        String trace =
                HexFormat.of().formatHex(toNotice.getFirst().span().getTraceId().toByteArray());
        Path logs = RunningSuite.get().infrastructure().folder().resolve("logs");
        for (String service : Service.modules()) {
            assertThat(Files.readAllLines(logs.resolve(service + ".log")))
                    .as(service)
                    .anyMatch(line -> line.contains("\"traceId\":\"" + trace + "\"")
                            && line.contains("\"spanId\":\"")
                            && line.contains("io.zizhi.steps"));
        }
    }

    @Test
    void calls_of_submission_belong_to_trace() {
        assertThat(ofTrace().filter(span -> span.is(SpanKind.SPAN_KIND_SERVER)).map(Exported::service))
                .contains("qualification-service", "document-service", "notification-service");
    }

    @Test
    void decision_is_linked_to_separate_trace_of_reviewer() {
        Exported decision = toNotice.stream()
                .filter(span -> span.span().getName().equals("decide review"))
                .findFirst()
                .orElseThrow();
        Span.Link link = decision.span().getLinks(0);
        assertThat(link.getTraceId()).isNotEqualTo(decision.span().getTraceId());
        assertThat(TRACES.spans().filter(span -> span.span().getSpanId().equals(link.getSpanId())))
                .singleElement()
                .satisfies(request -> assertThat(request.span().getName())
                        .startsWith("POST /v1/reviews/{workOrder")
                        .endsWith("/decision"));
    }

    @Test
    void spans_name_events_but_no_client_address_or_query() {
        assertThat(ofTrace()
                        .filter(span -> span.is(SpanKind.SPAN_KIND_CONSUMER) || span.is(SpanKind.SPAN_KIND_PRODUCER)))
                .isNotEmpty()
                .allSatisfy(span -> {
                    assertThat(span.attribute("messaging.system")).isEqualTo("kafka");
                    assertThat(span.attribute("messaging.operation.type")).isIn("send", "process");
                    assertThat(span.attribute("zizhi.event.type")).startsWith("zizhi.");
                    assertThat(span.attribute("zizhi.aggregate.id")).isNotEmpty();
                });
        assertThat(TRACES.spans()
                        .flatMap(span -> span.span().getAttributesList().stream())
                        .map(attribute -> attribute.getKey())
                        .distinct())
                .doesNotContain("url.query", "url.full", "url.path", "client.address", "user_agent.original");
        assertThat(TRACES.spans().flatMap(span -> span.span().getEventsList().stream()))
                .isEmpty();
    }

    private static Stream<Exported> ofTrace() {
        return TRACES.spans()
                .filter(span -> span.span()
                        .getTraceId()
                        .equals(toNotice.getFirst().span().getTraceId()));
    }

    /** Returns the last span: the SMS about this qualification. */
    private static Exported sendingOfNotice(long id) {
        Exported applied = TRACES.spans()
                .filter(span -> span.attribute("zizhi.event.type").equals("zizhi.qualification.approved.v1")
                        && span.attribute("zizhi.aggregate.id").equals(Long.toString(id))
                        && span.service().equals("notification-service"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span of the approval in notification-service"));
        return TRACES.spans()
                .filter(span -> span.attribute("zizhi.sms.template").equals("QUALIFICATION_APPROVED")
                        && span.span().getParentSpanId().equals(applied.span().getSpanId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span of an SMS about the approval"));
    }

    /** Returns the span and its ancestors, oldest first. */
    private static List<Exported> fromRoot(Exported last) {
        List<Exported> chain = new ArrayList<>(List.of(last));
        for (Optional<Exported> parent = TRACES.parentOf(last); parent.isPresent(); ) {
            chain.addFirst(parent.get());
            parent = TRACES.parentOf(parent.get());
        }
        return chain;
    }
}
