package io.zizhi.faults.suite.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zizhi.e2e.Api;
import io.zizhi.faults.suite.Pauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The gateway of the sender {@code http}, as {@code docs/sms-webhook.md} describes it. It loses answers and requests,
 * refuses and defers, answers late, and reports deliveries by receipts or only when it is asked. Unlike a real gateway it
 * passes a repeated message on again, so that the repetition shows.
 */
public final class UnreliableGateway implements AutoCloseable {

    /** The code of a refusal. */
    public static final String REFUSAL = "NUMBER_BLOCKED";

    static final String UNDELIVERED = "UNDELIV";

    /** A request is about a kilobyte. */
    private static final int LARGEST_REQUEST = 65_536;

    private static final String CODES = "PHONE_CODE";
    private static final String COUNTRY = "+86";

    private final WebhookSignature signature = WebhookSignature.random();
    private final Map<String, MessageState> messages = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<MessageState> newestFirst = new ConcurrentLinkedDeque<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final GatewayChoices choices;
    private final Receipts receipts;
    private final HttpServer server;

    private UnreliableGateway(HttpServer server, long seed) {
        this.server = server;
        this.choices = new GatewayChoices(seed);
        this.receipts = new Receipts(signature, choices);
    }

    /** Starts a gateway on a free port. */
    public static UnreliableGateway start(long seed) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            UnreliableGateway gateway = new UnreliableGateway(server, seed);
            server.createContext("/", gateway::take);
            server.setExecutor(gateway.executor);
            server.start();
            return gateway;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the settings with which notification-service uses this gateway first, and the local inbox after it. */
    public Map<String, String> settings() {
        return Map.of(
                "zizhi.sms.senders",
                "http,local-inbox",
                "zizhi.sms.http.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/sms",
                "zizhi.sms.http.secret",
                signature.secret(),
                "zizhi.sms.http.timeout",
                "PT2S");
    }

    /** Sends the receipts to this address of notification-service. */
    public void sendReceiptsTo(URI notification) {
        receipts.sendTo(notification);
    }

    /** From now on, answers every request at once, also about messages that it had forgotten. */
    public void calm() {
        choices.calm();
    }

    /** Returns the number of messages whose receipts are not all acknowledged. */
    public int openReceipts() {
        return receipts.open();
    }

    /** Returns the newest text that the gateway passed to the number: eleven digits. */
    public Optional<PassedText> textTo(String phone) {
        return newestFirst.stream()
                .flatMap(message -> message.textTo(phone).stream())
                .findFirst();
    }

    public List<GatewayMessage> messages() {
        return messages.values().stream().map(MessageState::snapshot).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(LARGEST_REQUEST), UTF_8);
            if (!signature.isGenuine(exchange.getRequestHeaders()::getFirst, body, clock.instant())) {
                answer(exchange, 401, "{}");
                return;
            }
            JsonNode request = Api.JSON.readTree(body);
            JsonNode data = request.path("data");
            MessageState message = message(data.path("messageId").asText());
            switch (request.path("type").asText()) {
                case "sms.send" -> send(exchange, message, data);
                case "sms.recall" ->
                    recall(exchange, message, data.path("attempt").asInt());
                default -> answer(exchange, 400, "{}");
            }
        }
    }

    private MessageState message(String id) {
        return messages.computeIfAbsent(id, unknown -> {
            MessageState message = new MessageState(unknown, clock.instant());
            newestFirst.addFirst(message);
            return message;
        });
    }

    private void send(HttpExchange exchange, MessageState message, JsonNode data) throws IOException {
        boolean code = data.path("template").asText().equals(CODES);
        GatewayConduct conduct = message.handOver(
                data.path("attempt").asInt(),
                data.path("to").asText().substring(COUNTRY.length()),
                data.path("text").asText(),
                () -> choices.conduct(code));
        if (conduct.takes()) {
            passOn(message, conduct);
        }
        switch (conduct) {
            case ACCEPTS -> answer(exchange, 200, accepted(message));
            case ACCEPTS_LATE -> {
                Pauses.unlessInterrupted(choices.untilAnswer());
                answer(exchange, 200, accepted(message));
            }
            case DEFERS -> answer(exchange, 503, "{}");
            case REFUSES -> answer(exchange, 422, "{\"code\": \"" + REFUSAL + "\"}");
            case KNOWS_RECALL -> answer(exchange, 409, "{\"code\": \"RECALLED\"}");
            case LOSES_ANSWER, LOSES_REQUEST -> {
                // closing the exchange without an answer drops the connection
            }
        }
    }

    private void passOn(MessageState message, GatewayConduct conduct) {
        message.plan(choices.plan());
        if (conduct == GatewayConduct.LOSES_ANSWER && choices.isMute()) {
            message.forget();
        }
        receipts.plan(message);
    }

    private void recall(HttpExchange exchange, MessageState message, int attempt) throws IOException {
        if (choices.isCalm()) {
            message.remember();
        }
        if (message.isMute()) {
            answer(exchange, 500, "{}");
        } else if (!choices.losesAnswer() || !message.leaveUnanswered()) {
            answer(exchange, 200, message.asked(attempt));
        }
    }

    private static String accepted(MessageState message) {
        return "{\"providerMessageId\": \"p-" + message.id() + "\"}";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        receipts.close();
        server.stop(0);
        executor.shutdownNow();
    }
}
