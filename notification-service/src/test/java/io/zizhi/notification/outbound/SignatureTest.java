package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** Test vector of the Standard Webhooks libraries. */
    @Test
    void matches_the_published_signature() {
        Map<String, String> headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "{\"test\": 2432232314}",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                Instant.ofEpochSecond(1_614_265_330));
        assertThat(headers)
                .containsOnly(
                        Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                        Map.entry("webhook-timestamp", "1614265330"),
                        Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }
}
