package io.zizhi.platform.observability.logging;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StepLogComponentTest {

    private static final String CALLER_SPAN = "b7ad6b7169203331";

    /** Holds a reference: an unreferenced logger would be garbage-collected, with its handler. */
    private final Logger logger = Logger.getLogger(StepLog.CATEGORY);

    private final List<ExtLogRecord> published = new CopyOnWriteArrayList<>();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord extended = ExtLogRecord.wrap(line);
            // Copied on the logging thread, which has the trace.
            extended.copyMdc();
            published.add(extended);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void listen_no_more() {
        logger.removeHandler(listener);
    }

    @Test
    void logs_changing_request_by_route_in_trace_of_caller() {
        int status = given().auth()
                .oauth2(Tokens.of("applicant-a"))
                .header("traceparent", traceparent())
                .contentType("application/json")
                .body("{\"name\": \"13800138000\"}")
                .post("/v1/tallies?phone=13800138000")
                .statusCode();

        ExtLogRecord line = line("POST /v1/tallies answered " + status);
        assertThat(line.getMdc("traceId")).isEqualTo(trace);
        assertThat(line.getMdc("spanId")).hasSize(16).isNotEqualTo(CALLER_SPAN);
        assertThat(published).noneMatch(step -> step.getMessage().contains("138"));
    }

    @Test
    void does_not_log_reading_requests() {
        given().header("traceparent", traceparent()).get("/v1/tallies/17");
        given().auth()
                .oauth2(Tokens.of("applicant-a"))
                .header("traceparent", traceparent())
                .put("/v1/tallies");

        line("PUT /v1/tallies answered 428");
        assertThat(ofTrace()).hasSize(1);
    }

    @Test
    void logs_processed_event_in_trace_of_its_cause() {
        long id = Samples.newId();
        publish(id);
        ExtLogRecord line = line("zizhi.qualification.submitted.v1 of " + id + ": applied");
        assertThat(line.getMdc("traceId")).isEqualTo(trace);
        assertThat(line.getMdc("spanId")).hasSize(16).isNotEqualTo(CALLER_SPAN);
    }

    @Test
    void plain_text_line_shows_the_trace() {
        long id = Samples.newId();
        publish(id);
        ExtLogRecord line = line("zizhi.qualification.submitted.v1 of " + id + ": applied");
        String format = ConfigProvider.getConfig().getValue("quarkus.log.console.format", String.class);
        assertThat(new PatternFormatter(format).format(line))
                .contains("of " + id + ": applied {traceId=" + trace + ", spanId=" + line.getMdc("spanId") + "}");
    }

    private ExtLogRecord line(String message) {
        await().untilAsserted(() ->
                assertThat(ofTrace()).extracting(ExtLogRecord::getMessage).contains(message));
        return ofTrace().stream()
                .filter(line -> line.getMessage().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private List<ExtLogRecord> ofTrace() {
        return published.stream()
                .filter(line -> trace.equals(line.getMdc("traceId")))
                .toList();
    }

    private void publish(long id) {
        var event = Samples.submitted(id, 1);
        var message = new ProducerRecord<>(
                Topics.QUALIFICATION,
                event.aggregateId(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        EventBus.headers(event, 1, UUID.randomUUID())
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        message.headers().add("traceparent", traceparent().getBytes(StandardCharsets.UTF_8));
        EventBus.send(message);
    }

    private String traceparent() {
        return "00-" + trace + "-" + CALLER_SPAN + "-01";
    }
}
