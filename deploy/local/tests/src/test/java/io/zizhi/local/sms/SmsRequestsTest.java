package io.zizhi.local.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsRequestsTest {

    /** The example of the specification of Standard Webhooks. */
    private static final String BODY = "{\"test\": 2432232314}";

    private static final Instant SIGNED = Instant.ofEpochSecond(1_614_265_330);
    private static final Map<String, String> HEADERS = Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    private final SmsRequests requests =
            new SmsRequests(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    @Test
    void accepts_a_signed_request() {
        assertThat(requests.isGenuine(HEADERS::get, BODY, SIGNED)).isTrue();
    }

    @Test
    void rejects_changed_bodies_old_requests_and_other_secrets() {
        assertThat(requests.isGenuine(HEADERS::get, BODY + " ", SIGNED)).isFalse();
        assertThat(requests.isGenuine(HEADERS::get, BODY, SIGNED.plusSeconds(301)))
                .isFalse();
        assertThat(requests.isGenuine(header -> null, BODY, SIGNED)).isFalse();
        assertThat(new SmsRequests("other".getBytes(StandardCharsets.UTF_8)).isGenuine(HEADERS::get, BODY, SIGNED))
                .isFalse();
    }

    @Test
    void reads_fields_still_escaped() {
        assertThat(SmsRequests.field("{\"data\":{\"text\":\"【资质】a\\\"b\"}}", "text"))
                .isEqualTo("【资质】a\\\"b");
        assertThat(SmsRequests.field("{}", "text")).isEmpty();
    }
}
