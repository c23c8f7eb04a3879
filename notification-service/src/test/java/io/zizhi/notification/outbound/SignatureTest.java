package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_" + "QUJD".repeat(16);
    private static final Instant NOW = Instant.ofEpochSecond(1_795_485_600);

    /** The library of Standard Webhooks accepts a rotation's header with either secret, and with no third one. */
    @Test
    void library_accepts_both_signatures_of_a_rotation() throws Exception {
        String body = "{\"type\":\"qualification.approved\",\"data\":{\"name\":\"星河示例资质\"}}";
        Map<String, String> headers = Signature.headers("msg_1", body, List.of(NEW, SECRET), Instant.now());
        assertThat(headers.get("webhook-signature")).matches("v1,\\S+ v1,\\S+");
        HttpHeaders sent = HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))),
                (name, value) -> true);
        new Webhook(NEW).verify(body, sent);
        new Webhook(SECRET).verify(body, sent);
        assertThatThrownBy(() -> new Webhook("whsec_" + "AAAA".repeat(8)).verify(body, sent))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(NEW).verify(body + " ", sent))
                .isInstanceOf(WebhookVerificationException.class);
    }

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

    @Test
    void verifies_requests_of_the_last_five_minutes_only() {
        Map<String, String> sent = Signature.headers("m", "{}", SECRET, NOW);
        assertThat(isGenuine(sent, "{}", NOW)).isTrue();
        assertThat(isGenuine(sent, "{}", NOW.plusSeconds(300))).isTrue();
        assertThat(isGenuine(sent, "{}", NOW.minusSeconds(300))).isTrue();
        assertThat(isGenuine(sent, "{}", NOW.plusSeconds(301))).isFalse();
        assertThat(isGenuine(sent, "{}", NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void refuses_every_other_request() {
        Map<String, String> sent = Signature.headers("m", "{}", SECRET, NOW);
        assertThat(isGenuine(sent, "{ }", NOW)).isFalse();
        for (String name : sent.keySet()) {
            for (String value : List.of("", "x", "v1,", "v1a,g0hM", "-1", "99999999999999999999")) {
                Map<String, String> changed = new HashMap<>(sent);
                changed.put(name, value);
                assertThat(isGenuine(changed, "{}", NOW))
                        .as(name + ": " + value)
                        .isFalse();
            }
            Map<String, String> missing = new HashMap<>(sent);
            missing.remove(name);
            assertThat(isGenuine(missing, "{}", NOW)).as("without " + name).isFalse();
        }
        String another = "whsec_" + "A".repeat(32);
        assertThat(Signature.isGenuine(sent::get, "{}", another, NOW)).isFalse();
    }

    @Test
    void accepts_one_right_signature_among_several() {
        Map<String, String> sent = new HashMap<>(Signature.headers("m", "{}", SECRET, NOW));
        sent.compute("webhook-signature", (name, right) -> "v1,AAAA " + right + " v1a,BBBB");
        assertThat(isGenuine(sent, "{}", NOW)).isTrue();
    }

    private static boolean isGenuine(Map<String, String> headers, String body, Instant now) {
        return Signature.isGenuine(headers::get, body, SECRET, now);
    }
}
