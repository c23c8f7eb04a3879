package io.zizhi.platform.observability.tracing;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.sample.TallyTimers;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.timers.Timers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TracingComponentTest {

    @Inject
    Spans spans;

    @Inject
    Outbox outbox;

    @Inject
    Timers timers;

    @Inject
    TallyRepository tallies;

    @Inject
    FinishedSpans finished;

    @Test
    void trace_continues_through_outbox_and_record_to_the_reaction() {
        long id = Samples.newId();
        String trace = newTrace();
        TraceContext request = new TraceContext("00-" + trace + "-b7ad6b7169203331-01", "vendor=1");
        Reactive.run(() -> spans.within(
                spans.continuing(request, "cause", SpanKind.INTERNAL),
                () -> Panache.withTransaction(
                        () -> outbox.append(Samples.submitted(id, 1)).replaceWith(true))));

        SpanData process = span(trace, SpanKind.CONSUMER);
        SpanData send = span(trace, SpanKind.PRODUCER);
        SpanData cause = span(trace, SpanKind.INTERNAL);
        assertThat(send.getParentSpanId()).isEqualTo(cause.getSpanId());
        assertThat(process.getParentSpanId()).isEqualTo(send.getSpanId());
        assertThat(process.getAttributes().get(MessagingAttributes.OUTCOME)).isEqualTo("applied");
        assertThat(process.getAttributes().get(MessagingAttributes.CONSUMER_GROUP))
                .isEqualTo("platform");
        assertThat(process.getAttributes().get(MessagingAttributes.AGGREGATE_ID))
                .isEqualTo(Long.toString(id));
        assertThat(process.getSpanContext().getTraceState().get("vendor")).isEqualTo("1");
    }

    @Test
    void held_event_continues_its_own_trace() {
        long id = Samples.newId();
        String early = newTrace();
        String late = newTrace();
        publish(id, 2, early);
        await().untilAsserted(() -> assertThat(finished.ofTrace(early))
                .extracting(span -> span.getAttributes().get(MessagingAttributes.OUTCOME))
                .containsExactly("gap"));
        publish(id, 1, late);
        await().untilAsserted(() -> assertThat(finished.ofTrace(early))
                .extracting(span -> span.getAttributes().get(MessagingAttributes.OUTCOME))
                .containsExactly("gap", "applied"));
        assertThat(finished.ofTrace(late)).hasSize(1);
    }

    @Test
    void applies_event_without_readable_trace() {
        long id = Samples.newId();
        publish(id, 1, "not-a-trace");
        EventBus.publish(Samples.submitted(id, 2), 2);
        String trace = newTrace();
        publish(id, 3, trace);
        assertThat(span(trace, SpanKind.CONSUMER).getAttributes().get(MessagingAttributes.OUTCOME))
                .isEqualTo("applied");
    }

    @Test
    void timer_fires_in_own_trace_linked_to_arming_trace() {
        long id = Samples.newId();
        String trace = newTrace();
        TraceContext arming = new TraceContext("00-" + trace + "-b7ad6b7169203331-01", null);
        Reactive.run(() -> spans.within(
                spans.continuing(arming, "arm", SpanKind.INTERNAL),
                () -> Panache.withTransaction(() -> tallies.persist(new Tally(id))
                        .chain(() -> timers.arm(TallyTimers.OWNER_TYPE, id, "DUE", 1, Instant.EPOCH))
                        .replaceWith(true))));
        await().untilAsserted(() -> assertThat(finished.linkedTo(trace)).hasSize(1));
        SpanData firing = finished.linkedTo(trace).getFirst();
        assertThat(firing.getTraceId()).isNotEqualTo(trace);
        assertThat(firing.getName()).isEqualTo("fire timers of tally");
    }

    private SpanData span(String trace, SpanKind kind) {
        await().until(() -> finished.ofTrace(trace).stream().anyMatch(span -> span.getKind() == kind));
        return finished.ofTrace(trace).stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void publish(long id, int version, String trace) {
        EventBus.publish(Samples.submitted(id, version), version, "00-" + trace + "-b7ad6b7169203331-01");
    }
}
