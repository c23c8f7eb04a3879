package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Wire;
import io.zizhi.e2e.metrics.MetricsPage;
import io.zizhi.e2e.scene.Ledgers;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One journey of an invented person, with malformed requests at its end. Several tests examine its events, traces,
 * metrics and logs. Afterwards all events have been received, and all spans exported.
 */
public final class SharedJourney {

    private static @Nullable SharedJourney travelled;

    private final Addresses addresses = RunningSuite.addresses();
    private final Random random = TestRandom.seeded();
    private final InventedPerson person = person(random);
    private final String qualification = "金丝雀示例" + TestRandom.suffix(random);
    private final Map<String, Double> maskedBefore = masked();
    private final Journey.Approved approved = new Journey(person).travel(qualification);
    private final Map<String, Double> maskedAfter;

    private SharedJourney() {
        sendMalformedRequests();
        awaitRest();
        awaitSpans();
        maskedAfter = masked();
    }

    /** Returns the journey; travels at the first call. */
    public static synchronized SharedJourney get() {
        SharedJourney journey = travelled;
        if (journey == null) {
            journey = new SharedJourney();
            travelled = journey;
        }
        return journey;
    }

    /** Draws a person with an unusual surname that no other test uses. */
    private static InventedPerson person(Random random) {
        InventedPerson drawn = InventedPerson.drawn(random);
        return new InventedPerson("司马" + drawn.name(), drawn.idNumber(), drawn.phone());
    }

    InventedPerson person() {
        return person;
    }

    /** Returns the name of the qualification. */
    String qualification() {
        return qualification;
    }

    Journey.Approved approved() {
        return approved;
    }

    /** Returns the number of log lines that were masked before the journey, by service. */
    Map<String, Double> maskedBefore() {
        return maskedBefore;
    }

    /** Returns the number of log lines that were masked until the journey had ended, by service. */
    Map<String, Double> maskedAfter() {
        return maskedAfter;
    }

    private static Map<String, Double> masked() {
        return Service.modules().stream()
                .collect(Collectors.toMap(
                        Function.identity(), service -> MetricsPage.of(service).sum("log_masked_total")));
    }

    /**
     * Sends malformed requests. Their errors could put personal data into messages of parsers, validators, databases
     * and routers.
     */
    private void sendMalformedRequests() {
        Api applicant = Login.as("applicant-a", addresses);
        Api operator = Login.as("operator", addresses);
        ObjectNode broken = Api.JSON.createObjectNode().put("phone", person.phone() + person.idNumber());
        broken.put(person.name(), person.idNumber());
        List<Api.Answer> answers = List.of(
                applicant.post(URI.create(addresses.notification() + "/v1/phone-verifications"), broken),
                applicant.post(
                        URI.create(addresses.qualification() + "/v1/qualifications"),
                        Api.JSON.createObjectNode().put("administrator", person.idNumber())),
                applicant.get(URI.create(addresses.qualification() + "/v1/qualifications/" + person.idNumber())),
                applicant.get(URI.create(addresses.qualification() + "/v1/nowhere/" + person.phone())),
                applicant.get(URI.create(addresses.qualification() + "/v1/qualifications?limit=" + person.phone())),
                applicant.get(URI.create(addresses.notification() + "/v1/inbox?phone=" + person.phone())),
                operator.get(URI.create(addresses.notification() + "/v1/inbox?phone=" + person.idNumber())));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
        // A number gets one code a minute, and the rejection is recorded. The journey may have taken longer.
        Waiting.until(
                "the rejection of a second code within a minute",
                () -> Optional.of(applicant.post(
                                URI.create(addresses.notification() + "/v1/phone-verifications"),
                                Api.JSON.createObjectNode().put("phone", person.phone())))
                        .filter(answer -> answer.status() == 429));
    }

    /** Waits until every event is sent and received, because new ledgers wait for that. */
    private static void awaitRest() {
        try {
            new Ledgers(RunningSuite.get()).close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The databases could not be read", failure);
        }
    }

    /** Sends a marker to each service and waits for its span. A service exports spans in the order of their ends. */
    private void awaitSpans() {
        String trace = HexFormat.of().toHexDigits(random.nextLong() | 1).repeat(2);
        for (String service : Service.modules()) {
            Call marker = Call.of(URI.create(RunningSuite.get().url(service)), "GET", "/v1/marker")
                    .with("traceparent", "00-" + trace + "-00000000000000aa-01");
            try {
                Wire.send(marker);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        Waiting.until(
                "the spans of the markers",
                () -> Optional.of(servers(trace)).filter(seen -> seen.containsAll(Service.modules())));
    }

    /** Returns the services that have exported the span of a request of the trace. */
    private static Set<String> servers(String trace) {
        return RunningSuite.traces()
                .spans()
                .filter(span -> span.is(SpanKind.SPAN_KIND_SERVER)
                        && HexFormat.of()
                                .formatHex(span.span().getTraceId().toByteArray())
                                .equals(trace))
                .map(TraceCollector.Exported::service)
                .collect(Collectors.toSet());
    }
}
