package io.zizhi.notification.sender.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares our signature with those of the official SDKs, by a verifier that accepts recorded requests of both and
 * refuses every one of them with one character changed.
 */
class SignedRequestTest {

    private static final AccessKey KEY = new AccessKey("testId", "testSecret");
    private static final AcsVerifier VERIFIER = new AcsVerifier(KEY.id(), KEY.secret());

    @ParameterizedTest
    @MethodSource("recorded")
    void the_verifier_accepts_the_official_sdks(ReceivedRequest request) {
        assertThat(VERIFIER.problem(request)).isNull();
    }

    @ParameterizedTest
    @MethodSource({"recorded", "ours"})
    void the_verifier_refuses_every_changed_character(ReceivedRequest request) {
        List<ReceivedRequest> changed = changed(request);
        assertThat(changed).hasSizeGreaterThan(200);
        assertThat(changed).allSatisfy(one -> assertThat(VERIFIER.problem(one)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void the_verifier_accepts_our_requests(ReceivedRequest request) {
        assertThat(VERIFIER.problem(request)).isNull();
    }

    @Test
    void signs_the_same_as_the_java_sdk_for_the_same_headers() {
        ReceivedRequest recorded = recorded()
                .filter(request -> "SendSms".equals(request.headers().get("x-acs-action")))
                .findFirst()
                .orElseThrow();
        SignedRequest ours = SignedRequest.of(
                URI.create("http://" + recorded.headers().get("host")),
                KEY,
                "SendSms",
                AcsVerifier.parameters(recorded),
                Objects.requireNonNull(recorded.headers().get("x-acs-signature-nonce")),
                Instant.parse(recorded.headers().get("x-acs-date")));
        // The SDK also signs the kind of its credentials; every other header is the same.
        ours.headers().forEach((name, value) -> {
            if (!name.equals("authorization")) {
                assertThat(recorded.headers()).containsEntry(name, value);
            }
        });
        assertThat(AcsVerifier.parameters(received(ours))).isEqualTo(AcsVerifier.parameters(recorded));
    }

    @Test
    void does_not_print_what_it_signs() {
        SignedRequest request = SignedRequest.of(
                URI.create("https://dysmsapi.aliyuncs.com"),
                KEY,
                "SendSms",
                Map.of("PhoneNumbers", "13800138000"),
                "n",
                Instant.EPOCH);
        assertThat(request.toString()).isEqualTo("SignedRequest[SendSms]");
        assertThat(KEY.toString()).doesNotContain("testSecret");
    }

    static Stream<ReceivedRequest> ours() {
        return Stream.of(
                        Map.of(
                                "PhoneNumbers",
                                "13800138000",
                                "SignName",
                                "签",
                                "TemplateParam",
                                "{\"c\":\"a b+*~/é😀\"}"),
                        Map.of("PhoneNumber", "13800138000", "BizId", "9006197469364984^0", "Empty", ""))
                .map(parameters -> received(SignedRequest.of(
                        URI.create("https://dysmsapi.aliyuncs.com"),
                        KEY,
                        "SendSms",
                        parameters,
                        "3a1f0c5e-0000-4000-8000-000000000001",
                        Instant.parse("2026-11-29T03:00:00.123Z"))));
    }

    private static ReceivedRequest received(SignedRequest request) {
        return new ReceivedRequest(
                "POST", request.url().getRawPath(), request.url().getRawQuery(), request.headers(), "");
    }

    static Stream<ReceivedRequest> recorded() {
        try (InputStream file =
                Objects.requireNonNull(SignedRequestTest.class.getResourceAsStream("/alibaba/sdk-requests.txt"))) {
            return Arrays.stream(new String(file.readAllBytes(), UTF_8).split("\n\n", -1))
                    .filter(block -> block.startsWith("POST "))
                    .map(SignedRequestTest::parse);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ReceivedRequest parse(String block) {
        String[] lines = block.strip().split("\n", -1);
        String target = lines[0].split(" ", -1)[1];
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int question = target.indexOf('?');
        return new ReceivedRequest("POST", target.substring(0, question), target.substring(question + 1), headers, "");
    }

    /** Returns the request with each signed character changed in turn, and with a body. */
    private static List<ReceivedRequest> changed(ReceivedRequest request) {
        List<ReceivedRequest> changed = new ArrayList<>();
        for (int i = 0; i < request.query().length(); i++) {
            String query = changed(request.query(), i);
            if (meansSomethingElse(query, request)) {
                changed.add(new ReceivedRequest("POST", "/", query, request.headers(), request.body()));
            }
        }
        request.headers().forEach((name, value) -> {
            if (name.equals("host") || name.startsWith("x-acs-") || name.equals("authorization")) {
                for (int i = 0; i < value.length(); i++) {
                    Map<String, String> headers = new HashMap<>(request.headers());
                    headers.put(name, changed(value, i));
                    changed.add(new ReceivedRequest("POST", "/", request.query(), headers, request.body()));
                }
            }
        });
        changed.add(new ReceivedRequest("GET", "/", request.query(), request.headers(), request.body()));
        changed.add(new ReceivedRequest("POST", "/x", request.query(), request.headers(), request.body()));
        changed.add(new ReceivedRequest("POST", "/", request.query(), request.headers(), "x"));
        return changed;
    }

    private static String changed(String text, int position) {
        char other = text.charAt(position) == '0' ? '1' : '0';
        return text.substring(0, position) + other + text.substring(position + 1);
    }

    private static boolean meansSomethingElse(String query, ReceivedRequest request) {
        try {
            return !AcsVerifier.parameters(query).equals(AcsVerifier.parameters(request));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
