package io.zizhi.qualification.peer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.qualification.companyauth.alipay.AlipayClient;
import io.zizhi.qualification.peer.review.ReviewClient;
import io.zizhi.qualification.precheck.registry.RegistryClient;
import io.zizhi.qualification.precheck.registry.RegistryQuestion;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.junit.jupiter.api.Test;

/** The time-outs of calls to silent services, which component tests prolong. */
class PeerTimeoutsTest {

    @Test
    void every_call_ends_after_three_seconds_of_silence() throws IOException {
        URL settings = requireNonNull(PeerTimeoutsTest.class.getResource("/application.properties"));
        SmallRyeConfig production = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings))
                .build();

        assertThat(production.getValue("quarkus.rest-client.connect-timeout", Integer.class))
                .isEqualTo(1_000);
        assertThat(production.getValue("quarkus.rest-client.read-timeout", Integer.class))
                .isEqualTo(3_000);
        assertThat(production.getPropertyNames())
                .filteredOn(name -> name.contains("timeout") && !name.startsWith("%test."))
                .containsExactlyInAnyOrder("quarkus.rest-client.connect-timeout", "quarkus.rest-client.read-timeout");
    }

    @Test
    void calls_without_repetition_end_within_seconds() throws NoSuchMethodException {
        assertThat(timeout(ReviewClient.class, "claim", long.class, String.class))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(timeout(RegistryClient.class, "check", RegistryQuestion.class))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(timeout(AlipayClient.class, "call", Map.class, byte[].class)).isEqualTo(Duration.ofSeconds(5));
    }

    private static Duration timeout(Class<?> client, String call, Class<?>... parameters) throws NoSuchMethodException {
        Timeout timeout = requireNonNull(client.getMethod(call, parameters).getAnnotation(Timeout.class));
        return Duration.of(timeout.value(), timeout.unit());
    }
}
