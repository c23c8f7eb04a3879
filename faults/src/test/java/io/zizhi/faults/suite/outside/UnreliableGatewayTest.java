package io.zizhi.faults.suite.outside;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.zizhi.e2e.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreliableGatewayTest {

    private static final long SEED = 1;
    private static final int MANY = 300;
    private static final int AT_A_TIME = 30;
    private static final int NONE = 0;

    private final UnreliableGateway gateway = UnreliableGateway.start(SEED);
    private final WebhookSignature signature =
            new WebhookSignature(requireNonNull(gateway.settings().get("zizhi.sms.http.secret")));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        gateway.close();
        client.close();
    }

    @Test
    void answers_as_it_records() {
        Map<String, Integer> statuses = send("QUALIFICATION_APPROVED");

        Map<String, GatewayMessage> messages = messages();
        List<GatewayConduct> conducts = new ArrayList<>();
        statuses.forEach((id, status) -> {
            GatewayConduct conduct =
                    requireNonNull(messages.get(id)).handOvers().getFirst().conduct();
            conducts.add(conduct);
            int expected = switch (conduct) {
                case ACCEPTS, ACCEPTS_LATE -> 200;
                case LOSES_ANSWER, LOSES_REQUEST -> NONE;
                case DEFERS -> 503;
                case REFUSES -> 422;
                case KNOWS_RECALL -> 409;
            };
            assertThat(status).as(conduct.name()).isEqualTo(expected);
        });
        assertThat(conducts)
                .containsAll(Arrays.stream(GatewayConduct.values())
                        .filter(conduct -> conduct != GatewayConduct.KNOWS_RECALL)
                        .toList());
    }

    @Test
    void refuses_and_loses_a_notice_in_each_campaign() {
        GatewayChoices choices = new GatewayChoices(SEED);
        assertThat(choices.conduct(true)).isNotIn(GatewayConduct.REFUSES, GatewayConduct.LOSES_REQUEST);
        assertThat(List.of(choices.conduct(false), choices.conduct(false)))
                .containsExactly(GatewayConduct.REFUSES, GatewayConduct.LOSES_REQUEST);
    }

    @Test
    void passes_every_code_on_unless_it_defers() {
        send("PHONE_CODE");

        assertThat(gateway.messages())
                .allSatisfy(message -> assertThat(message.handOvers().getFirst().conduct())
                        .isNotIn(GatewayConduct.REFUSES, GatewayConduct.LOSES_REQUEST));
        GatewayMessage passedOn = gateway.messages().stream()
                .filter(message -> message.had(GatewayConduct.LOSES_ANSWER))
                .findFirst()
                .orElseThrow();
        assertThat(gateway.textTo(passedOn.number()).map(PassedText::text)).contains("text of " + passedOn.id());
        assertThat(gateway.textTo("13900000000")).isEmpty();
    }

    @Test
    void refuses_attempts_that_it_said_it_never_received() throws Exception {
        gateway.calm();

        assertThat(recall("m1", 2).body()).contains("NEVER_RECEIVED");
        assertThat(post(sending("m1", 2, "PHONE_CODE")).statusCode()).isEqualTo(409);
        assertThat(post(sending("m1", 3, "PHONE_CODE")).statusCode()).isEqualTo(200);
        assertThat(recall("m1", 3).body()).contains("ACCEPTED");
    }

    @Test
    void tells_nothing_about_forgotten_messages_until_it_is_calm() throws Exception {
        send("PHONE_CODE");
        GatewayMessage forgotten = gateway.messages().stream()
                .filter(GatewayMessage::mute)
                .findFirst()
                .orElseThrow();

        assertThat(recall(forgotten.id(), 1).statusCode()).isEqualTo(500);
        gateway.calm();
        assertThat(recall(forgotten.id(), 1).body()).contains("ACCEPTED");
    }

    @Test
    void refuses_unsigned_requests() throws Exception {
        HttpRequest unsigned = HttpRequest.newBuilder(url())
                .POST(BodyPublishers.ofString(sending("m1", 1, "PHONE_CODE")))
                .build();

        assertThat(client.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void repeats_receipts_until_they_are_acknowledged() throws Exception {
        Queue<Boolean> genuine = new ConcurrentLinkedQueue<>();
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/v1/sms-receipts/http", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean first = genuine.isEmpty();
            genuine.add(signature.isGenuine(
                    exchange.getRequestHeaders()::getFirst,
                    body,
                    InstantSource.system().instant()));
            exchange.sendResponseHeaders(first ? 503 : 204, -1);
            exchange.close();
        });
        service.start();
        try {
            gateway.sendReceiptsTo(
                    URI.create("http://127.0.0.1:" + service.getAddress().getPort()));
            gateway.calm();
            post(sending("m1", 1, "PHONE_CODE"));

            await().until(() -> gateway.openReceipts() == 0);
            assertThat(genuine).hasSizeGreaterThan(1).containsOnly(true);
            assertThat(messages().get("m1"))
                    .extracting(GatewayMessage::receipts)
                    .isEqualTo(Set.of("DELIVERED"));
        } finally {
            service.stop(0);
        }
    }

    /** Sends many messages, some at a time; returns the statuses by their ids, 0 without an answer. */
    private Map<String, Integer> send(String template) {
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (int number = 1; number <= MANY; number++) {
                String id = "m" + number;
                senders.execute(() -> statuses.put(id, status(sending(id, 1, template))));
            }
        }
        return statuses;
    }

    private int status(String body) {
        try {
            return post(body).statusCode();
        } catch (IOException noAnswer) {
            return NONE;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String sending(String id, int attempt, String template) {
        var request = Api.JSON.createObjectNode().put("type", "sms.send");
        request.putObject("data")
                .put("messageId", id)
                .put("attempt", attempt)
                .put("to", "+86138" + "%08d".formatted(Integer.parseInt(id.substring(1))))
                .put("template", template)
                .put("text", "text of " + id);
        return request.toString();
    }

    private HttpResponse<String> recall(String id, int attempt) throws IOException, InterruptedException {
        JsonNode request = Api.JSON
                .createObjectNode()
                .put("type", "sms.recall")
                .set("data", Api.JSON.createObjectNode().put("messageId", id).put("attempt", attempt));
        return post(request.toString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url())
                .headers(signature
                        .headers("id", body, InstantSource.system().instant())
                        .toArray(String[]::new))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI url() {
        return URI.create(requireNonNull(gateway.settings().get("zizhi.sms.http.url")));
    }

    private Map<String, GatewayMessage> messages() {
        return gateway.messages().stream().collect(Collectors.toMap(GatewayMessage::id, Function.identity()));
    }
}
