package io.zizhi.platform.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.micrometer.runtime.HttpClientMetricsTagsContributor;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import org.junit.jupiter.api.Test;

class SeriesLimitTest {

    private static final HttpClientMetricsTagsContributor.Context UNUSED =
            new HttpClientMetricsTagsContributor.Context() {
                @Override
                public HttpRequest request() {
                    throw new IllegalStateException();
                }

                @Override
                public HttpResponse response() {
                    throw new IllegalStateException();
                }
            };

    private final SeriesLimit limit = new SeriesLimit(3);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    SeriesLimitTest() {
        metrics.config().meterFilter(limit);
    }

    @Test
    void series_over_the_cap_are_not_recorded() {
        for (int i = 0; i < 10; i++) {
            metrics.counter("calls", "from", "caller-" + i).increment();
            metrics.counter("calls", "from", "caller-0").increment();
        }

        assertThat(metrics.find("calls").counters()).hasSize(3);
        assertThat(metrics.counter("calls", "from", "caller-0").count()).isEqualTo(11);
        assertThat(limit.full()).containsExactly("calls");
        assertThat(limit.refused()).isEqualTo(7);
    }

    @Test
    void each_meter_has_a_cap_of_its_own() {
        for (int i = 0; i < 3; i++) {
            metrics.counter("calls", "from", "caller-" + i).increment();
            metrics.counter("answers", "to", "caller-" + i).increment();
        }

        assertThat(metrics.find("answers").counters()).hasSize(3);
        assertThat(limit.full()).isEmpty();
    }

    @Test
    void recreated_kafka_meters_have_no_cap() {
        for (int i = 0; i < 10; i++) {
            metrics.counter("kafka.consumer.lag", "client", "client-" + i).increment();
        }

        assertThat(metrics.find("kafka.consumer.lag").counters()).hasSize(10);
    }

    @Test
    void reset_requests_keep_only_known_templates() {
        ResetLabels labels = new ResetLabels();
        labels.map(request("GET", "/v1/tallies/{id}", "200"));

        assertThat(labels.map(request("GET", "/v1/tallies/{id}", "RESET")).getTag("uri"))
                .isEqualTo("/v1/tallies/{id}");
        Meter.Id chosen = labels.map(request("BREW", "/v1/tallies/7", "RESET"));
        assertThat(chosen.getTag("uri")).isEqualTo("REFUSED");
        assertThat(chosen.getTag("method")).isEqualTo("OTHER");
    }

    @Test
    void plain_client_calls_have_no_address_label() {
        Tags measured = Tags.of("address", "203.0.113.7:443", "method", "POST", "uri", "/hooks/secret");

        assertThat(measured.and(new ClientLabels().contribute(UNUSED)))
                .containsExactlyInAnyOrderElementsOf(Tags.of("address", "UNKNOWN", "method", "POST", "uri", "UNKNOWN"));
    }

    private static Meter.Id request(String method, String uri, String status) {
        return new Meter.Id(
                "http.server.requests",
                Tags.of("method", method, "uri", uri, "status", status),
                null,
                null,
                Meter.Type.TIMER);
    }
}
