package io.zizhi.notification.sender.http;

import static io.zizhi.notification.sender.http.SmsGatewayDouble.answer;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import io.zizhi.notification.SelfSignedServer;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.GatewayClient;
import io.zizhi.notification.sender.channel.GivenSmsConfig;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsResult.Accepted;
import io.zizhi.notification.sender.channel.SmsResult.Deferred;
import io.zizhi.notification.sender.channel.SmsResult.NeverReceived;
import io.zizhi.notification.sender.channel.SmsResult.Refused;
import io.zizhi.notification.sender.channel.SmsResult.Unknown;
import io.zizhi.notification.sender.http.SmsGatewayDouble.Received;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.testkit.ClosedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSmsSenderTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TAKEN = "{\"providerMessageId\": \"p-1\"}";

    private static final Vertx VERTX = Vertx.vertx();

    private record Settings(Optional<String> url, Optional<String> secret, Duration connectTimeout, Duration timeout)
            implements HttpSenderConfig {}

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void posts_the_message_and_returns_the_id_of_the_provider() throws IOException {
        try (SmsGatewayDouble gateway = SmsGatewayDouble.answering(202, TAKEN)) {
            assertThat(send(gateway)).isEqualTo(new Accepted("p-1"));
            Received received = gateway.received().getFirst();
            assertThat(received.id()).isEqualTo(ID);
            JsonNode body = new ObjectMapper().readTree(received.body());
            assertThat(body.path("type").asText()).isEqualTo("sms.send");
            assertThat(body.path("timestamp").asText()).isEqualTo("2026-11-24T02:00:00Z");
            JsonNode data = body.path("data");
            assertThat(data.path("messageId").asText()).isEqualTo(ID);
            assertThat(data.path("attempt").asInt()).isEqualTo(3);
            assertThat(data.path("to").asText()).isEqualTo("+8613800138000");
            assertThat(data.path("template").asText()).isEqualTo("PHONE_CODE");
            assertThat(data.path("language").asText()).isEqualTo("zh-CN");
            assertThat(data.path("parameters").path("code").asText()).isEqualTo("654321");
            assertThat(data.path("text").asText()).isEqualTo("验证码 654321");
        }
    }

    @Test
    void signs_the_exact_body() throws Exception {
        try (SmsGatewayDouble gateway = SmsGatewayDouble.answering(202, TAKEN)) {
            send(gateway);
            Received received = gateway.received().getFirst();
            assertThat(received.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
            assertThat(received.signature())
                    .isEqualTo(new Webhook(SECRET).sign(ID, NOW.getEpochSecond(), received.body()));
        }
    }

    @Test
    void returns_a_permanent_refusal() {
        try (SmsGatewayDouble gateway = SmsGatewayDouble.answering(422, "{\"code\": \"NUMBER_BLOCKED\"}")) {
            assertThat(send(gateway)).isEqualTo(new Refused("NUMBER_BLOCKED"));
        }
    }

    @Test
    void defers_as_long_as_the_gateway_asks() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            answer(exchange, 429, "");
        })) {
            assertThat(send(gateway)).isEqualTo(new Deferred("HTTP_429", Duration.ofSeconds(17)));
        }
    }

    @Test
    void ignores_a_date_in_retry_after() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT");
            answer(exchange, 503, "");
        })) {
            assertThat(send(gateway)).isEqualTo(new Deferred("HTTP_503", Duration.ofSeconds(20)));
        }
    }

    @Test
    void does_not_know_the_outcome_after_a_time_out() {
        CountDownLatch end = new CountDownLatch(1);
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> waitFor(end))) {
            assertThat(answerOf(sender(gateway.url(), Duration.ofSeconds(2)).send(sms())))
                    .isEqualTo(new Unknown("GATEWAY_NO_ANSWER"));
            await().untilAsserted(() -> assertThat(gateway.received()).hasSize(1));
            end.countDown();
        }
    }

    @Test
    void does_not_know_the_outcome_of_a_cut_connection() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> exchange.close())) {
            assertThat(send(gateway)).isEqualTo(new Unknown("GATEWAY_NO_ANSWER"));
        }
    }

    @Test
    void does_not_know_the_outcome_of_a_truncated_answer() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        })) {
            assertThat(send(gateway)).isEqualTo(new Unknown("GATEWAY_NO_ANSWER"));
        }
    }

    @Test
    void doubts_garbage() {
        try (SmsGatewayDouble gateway = SmsGatewayDouble.answering(200, "<html>Welcome</html>")) {
            assertThat(send(gateway)).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
        }
    }

    @Test
    void reads_no_huge_answer() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[65_536];
            for (int i = 0; i < 16_384; i++) {
                exchange.getResponseBody().write(piece);
            }
        })) {
            assertThat(send(gateway)).isEqualTo(new Unknown("GATEWAY_ANSWER_UNREADABLE"));
        }
    }

    @Test
    void follows_no_redirect() {
        try (SmsGatewayDouble gateway = new SmsGatewayDouble(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 307, "");
        })) {
            assertThat(send(gateway)).isInstanceOf(Deferred.class);
            assertThat(gateway.received()).hasSize(1);
        }
    }

    @Test
    void defers_while_the_gateway_cannot_be_reached() throws IOException {
        try (ClosedPort closed = new ClosedPort()) {
            HttpSmsSender sender = sender("http://127.0.0.1:" + closed.number() + "/", MINUTE);
            assertThat(answerOf(sender.send(sms())))
                    .isEqualTo(new Deferred("GATEWAY_NOT_REACHED", Duration.ofSeconds(20)));
        }
    }

    @Test
    void verifies_certificate_and_host_name(@TempDir Path folder) throws Exception {
        Path own = SelfSignedServer.store(folder, "localhost");
        Path foreign = SelfSignedServer.store(folder, "elsewhere.example");
        HttpsServer good = SelfSignedServer.serve(own);
        HttpsServer bad = SelfSignedServer.serve(foreign);
        try {
            String goodUrl = "https://localhost:" + good.getAddress().getPort() + "/";
            String badUrl = "https://localhost:" + bad.getAddress().getPort() + "/";
            assertThat(post(trusting(own), goodUrl)).isEqualTo(new GatewayAnswer.Answered(204, null, ""));
            assertThat(post(new HttpClientOptions(), goodUrl)).isEqualTo(new GatewayAnswer.NotReached());
            assertThat(post(trusting(foreign), badUrl)).isEqualTo(new GatewayAnswer.NotReached());
        } finally {
            good.stop(0);
            bad.stop(0);
        }
    }

    private static HttpClientOptions trusting(Path store) {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword(SelfSignedServer.PASSWORD));
    }

    private static GatewayAnswer post(HttpClientOptions options, String url) {
        return new GatewayClient(VERTX, Duration.ofSeconds(3), Duration.ofSeconds(10), 4_096, options)
                .post(URI.create(url), Map.of(), "{}")
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    @Test
    void a_recall_has_an_id_of_its_own_and_no_number() throws Exception {
        try (SmsGatewayDouble gateway = SmsGatewayDouble.answering(200, "{\"status\": \"NEVER_RECEIVED\"}")) {
            assertThat(answerOf(sender(gateway.url(), MINUTE).recall(ID, 3))).isEqualTo(new NeverReceived());
            Received received = gateway.received().getFirst();
            assertThat(received.id()).isEqualTo("recall_" + ID + "_3");
            assertThat(received.body())
                    .isEqualTo("{\"type\":\"sms.recall\",\"timestamp\":\"2026-11-24T02:00:00Z\","
                            + "\"data\":{\"messageId\":\"" + ID + "\",\"attempt\":3}}");
        }
    }

    @Test
    void hides_number_and_code_in_toString() {
        assertThat(GatewayRequest.send(sms(), NOW).toString())
                .doesNotContain("13800138000")
                .doesNotContain("654321");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sms.example.cn", "ftp://sms.example.cn/", "https://user:word@sms.example.cn/"})
    void does_not_start_without_a_valid_url(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> sender(url, SECRET, Duration.ofSeconds(10)).check())
                .withMessageContaining("zizhi.sms.http.url")
                .withMessageNotContaining("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void does_not_start_without_a_strong_secret(String secret) {
        assertThatIllegalStateException()
                .isThrownBy(() -> sender("https://sms.example.cn/", secret, Duration.ofSeconds(10))
                        .check())
                .withMessageContaining("zizhi.sms.http.secret")
                .withMessageNotContaining("MfKQ");
    }

    @Test
    void takes_receipts_with_a_secret_even_if_it_is_not_chosen() {
        Duration timeout = Duration.ofSeconds(10);
        assertThat(sender("https://sms.example.cn/", SECRET, timeout).takesReceipts())
                .isTrue();
        assertThat(sender("https://sms.example.cn/", "whsec_", timeout).takesReceipts())
                .isFalse();
    }

    @Test
    void refuses_a_time_out_longer_than_half_a_lease() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sender("https://sms.example.cn/", SECRET, Duration.ofSeconds(31))
                        .check())
                .withMessageContaining("lost-after");
        assertThatCode(() -> sender("https://sms.example.cn/", SECRET, Duration.ofSeconds(30))
                        .check())
                .doesNotThrowAnyException();
    }

    private static SmsResult send(SmsGatewayDouble gateway) {
        return answerOf(sender(gateway.url(), Duration.ofSeconds(10)).send(sms()));
    }

    private static SmsResult answerOf(Uni<SmsResult> answer) {
        return answer.await().atMost(Duration.ofSeconds(20));
    }

    private static HttpSmsSender sender(String url, Duration timeout) {
        return sender(url, SECRET, timeout);
    }

    private static HttpSmsSender sender(String url, String secret, Duration timeout) {
        Settings settings = new Settings(Optional.of(url), Optional.of(secret), Duration.ofSeconds(3), timeout);
        return new HttpSmsSender(
                settings,
                GivenSmsConfig.of(Map.of("lost-after", "PT1M")),
                receipt -> Uni.createFrom().voidItem(),
                VERTX,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Returns a sender as the service has it. */
    static HttpSmsSender sender(String url, String secret, SmsReceipts receipts, Vertx vertx, Clock clock) {
        Duration timeout = Duration.ofSeconds(20);
        Settings settings = new Settings(Optional.of(url), Optional.of(secret), timeout, timeout);
        return new HttpSmsSender(settings, GivenSmsConfig.of(Map.of()), receipts, vertx, clock);
    }

    private static Sms sms() {
        return new Sms(
                ID,
                3,
                Phone.of("13800138000"),
                SmsTemplate.PHONE_CODE,
                SmsLanguage.ZH_CN,
                Map.of("code", "654321"),
                "验证码 654321");
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
